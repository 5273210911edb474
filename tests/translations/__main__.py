"""``python -m tests.translations``: take the messages of the code into the catalogues and compile them."""

from tests.translations.catalogues import OTHERS, compiled, place, renewed, texts, written


def main() -> None:
    """Renew and compile every catalogue, and say how many messages wait for their words."""
    for code in OTHERS:
        catalogue = renewed(code)
        place(code).parent.mkdir(parents=True, exist_ok=True)
        place(code).write_bytes(written(catalogue))
        place(code).with_suffix(".mo").write_bytes(compiled(catalogue))
        waiting = sum(1 for message in catalogue if message.id and not all(texts(message)))
        print(f"{code}: {len(catalogue)} messages, {waiting} without words")


if __name__ == "__main__":
    main()
