package provenance

// verdictOf is the verdict of an accepted match by its differences:
//
//	any major difference            altered
//	none at all                     verbatim
//	only conventions of reporting   edited
//	anything else                   paraphrase
//
// A minor truncation is not counted.
func verdictOf(ds []Difference) Verdict {
	v := Verbatim
	for _, d := range ds {
		switch {
		case d.Severity == Major:
			return Altered
		case d.Kind.Traits().Uncounted:
		case !d.Kind.Traits().Convention:
			v = Paraphrase
		case v == Verbatim:
			v = Edited
		}
	}
	return v
}
