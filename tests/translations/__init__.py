"""The catalogues of the interface's languages: kept up to date by one command, and held whole by tests."""
