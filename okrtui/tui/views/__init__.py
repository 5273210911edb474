"""The views on a plan, and the screen around them."""
