"""What is wrong with a plan or a sentence."""
