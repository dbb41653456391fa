"""The closed lists, and what people read for them."""
