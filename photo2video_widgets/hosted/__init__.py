"""What only the hosted service needs: talk of an editor reworded, edits by hand on top, its drafts made ours."""
