"""The room of paper forms: what each says, its words changed from a day on, seen before it is used."""
