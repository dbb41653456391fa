"""What an experiment, a workplace and a saved view are, and how events add up to them."""
