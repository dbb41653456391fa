"""What commands print for people: pages of lines, made from plain values without a query."""
