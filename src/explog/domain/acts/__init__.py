"""What a person can do: what is asked, how answers become values, and what is missing."""
