"""Forms: one generic form, and the fields of each kind of item as data."""
