"""Processes as files: the table officials know (XLSX) and diagrams of other tools (BPMN 2.0)."""
