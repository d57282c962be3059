"""Pure rules of satisfaction: questionnaires, scores with interval, small groups, signs of stuffing."""
