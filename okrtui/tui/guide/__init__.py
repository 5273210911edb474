"""The planning guide: a calm walk of screens from an empty quarter to the commit."""
