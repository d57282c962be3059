"""What a citizen does before and beside a dossier: drafts, their papers, sending them in, messages.

A draft is its citizen's own: nobody else sees it, no fact tells of it. It becomes a dossier by being
sent (`dossiers.commands.filing`); a reply to a request to complete is a draft of the same kind.
"""
