"""``python -m tests.translations``: take the messages into the catalogues and compile them."""

from tests.translations.catalogues import CATALOGUES, compiled, place, renewed, texts, written


def main() -> None:
    """Renew and compile every catalogue, and say how many messages wait for their words."""
    for code, domain in CATALOGUES:
        catalogue, file = renewed(code, domain), place(code, domain)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written(catalogue))
        file.with_suffix(".mo").write_bytes(compiled(catalogue))
        waiting = sum(1 for message in catalogue if message.id and not all(texts(message)))
        print(f"{code}, {domain}: {len(catalogue)} messages, {waiting} without words")


if __name__ == "__main__":
    main()
