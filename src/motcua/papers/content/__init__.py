"""From the data of a paper to the plain, cleaned words its template prints."""
