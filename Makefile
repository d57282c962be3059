# The same words as ./motcua, for those whose fingers type make.
WORDS := run test check fix docs words lock bench graph help worker migrate demo

.PHONY: $(WORDS)
.DEFAULT_GOAL := help

check:
	./motcua check --house

$(filter-out check,$(WORDS)):
	./motcua $@
