package provenance

import "github.com/quoteprov/quoteprov/internal/cause"

// weigh gives each difference its confidence. A major one that is likely none a
// reader would hold against the report is shown as minor.
func weigh(ds []Difference) {
	for i := range ds {
		d := &ds[i]
		d.Confidence = d.evidence.Confidence()
		d.doubted = d.Severity == Major && d.Confidence < cause.Threshold
		if d.doubted {
			d.Severity = Minor
		}
	}
}

// Doubted reports whether a difference was held to be major and is shown as minor for
// its confidence: the words may differ.
func (d Difference) Doubted() bool { return d.doubted }

// Cause is the evidence on which the confidence of a difference stands. It is for
// whoever fits what is made of it.
func (d Difference) Cause() cause.Evidence { return d.evidence }
