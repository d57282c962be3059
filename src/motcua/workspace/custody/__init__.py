"""The room where dossiers pass from hand to hand."""
