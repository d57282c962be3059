"""What is said where nobody works yet: which command makes an office."""

from __future__ import annotations

from motcua.jobs.command_line.speech import complain


def say_no_office() -> int:
    """One sentence; the exit code of a failure."""
    return complain(
        "Chưa có cán bộ nào. Gõ ./motcua run để có văn phòng mẫu, hoặc ./motcua import agencies TỆP"
        " rồi ./motcua officer add … để lập văn phòng của mình.",
        "There is no officer yet. Type ./motcua run for the sample office, or ./motcua import"
        " agencies FILE and then ./motcua officer add … for your own.",
    )
