"""What a plan is: its values, the edits that change it, and its numbers. No files, no screen, no clock."""
