package absence

import "testing"

// certainUpTo is below which score a quote of some bits is nowhere.
func certainUpTo(t *testing.T, home Home, bits int) int {
	t.Helper()
	bound := 0
	for score := range 1001 {
		sure := Evidence{Score: score, Bits: bits, Home: home}.Certain()
		if sure && score != bound {
			t.Errorf("home %d, %d bits: certain at %d, not at %d", home, bits, score, bound)
		}
		if sure {
			bound = score + 1
		}
	}
	return bound
}

// TestCertain: a score at which a quote is nowhere has all lower ones with it; the likelier the
// report's quotes are from elsewhere, the more are; of a brief quote never more are than of a
// long one.
func TestCertain(t *testing.T) {
	before := 0
	for _, home := range []Home{Retold, Copied, Few, Nowhere} {
		long, brief := certainUpTo(t, home, Brief), certainUpTo(t, home, Brief-1)
		if long <= before || long > 500 {
			t.Errorf("home %d: absent up to %d, where the one before is up to %d", home, long, before)
		}
		if brief > long {
			t.Errorf("home %d: brief ones are absent up to %d, long ones up to %d", home, brief, long)
		}
		before = long
	}
}
