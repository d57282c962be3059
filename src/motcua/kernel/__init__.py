"""Pure words for all: actor, event, refusal, clock, money, identifiers, folding. Knows no Django."""
