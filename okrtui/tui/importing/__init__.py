"""A spreadsheet to a plan: the file's name, a preview with what it is still to be told, the import."""
