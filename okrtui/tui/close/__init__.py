"""The end of a quarter: the walk that closes it, and what goes on into the next one."""
