"""Filing by web: where, for whom, the form page by page, papers, how the result comes, check and send."""
