"""What citizens write about their dossiers, and the answers of the office; what they sent, as it came."""
