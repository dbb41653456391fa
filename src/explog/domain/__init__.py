"""What things are and the rules.

Pure values and functions, no clock, no ids made, no input or output. Here stand the values that
everything is made of. Each package knows only those above it:

- ``naming``: the closed lists, and what people read for them.
- ``record``: experiments, workplaces, reviews, and how events add up to them.
- ``charts``: series of observations, and what a run chart says about them.
- ``judging``: what the facts say, and what wants attention.
- ``acts``: what a person can do, what is asked, and what is missing.
- ``query``: the query language.
- ``insights``: what a log says as a whole.
- ``reviews``: the agenda of a meeting, what is on it, and what surprised.
- ``recall``: earlier experiments that resemble a new idea.
- ``lists``: what lists and the Overview read.
"""
