"""Earlier experiments that resemble a new idea."""
