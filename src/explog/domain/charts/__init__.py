"""Series of observations and what a run chart says about them."""
