package provenance

// verdictOf is the verdict of an accepted match by its differences.
func verdictOf(ds []Difference, exact bool) Verdict { return Paraphrase }
