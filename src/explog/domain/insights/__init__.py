"""What a log says as a whole, each number with the experiments behind it."""
