"""The room of figures: reports, the dossiers behind each number, closed periods, the leader's page."""
