"""What is wrong with a plan or a sentence. Importing the package registers every rule."""

from okrtui.coach import fields, structure, wording

__all__ = ["fields", "structure", "wording"]
