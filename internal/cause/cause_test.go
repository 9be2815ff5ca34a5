package cause

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/judge"
	"github.com/quoteprov/quoteprov/internal/trees"
)

// TestNames: the forest asks for what evidence has, in its order, and for nothing else.
func TestNames(t *testing.T) {
	if !slices.Equal(forest().Names, Names()) {
		t.Errorf("weights.txt is of %v, evidence of %v", forest().Names, Names())
	}
	for _, n := range forest().Nodes {
		if int(n.Feature) >= len(names) {
			t.Errorf("the forest asks for number %d of %d", n.Feature, len(names))
		}
	}
}

// TestFactsOfCopies: whatever else is known, another number, date, name or negation of
// a copy is not doubted, nor are words of a copy that have one. By the forest alone some
// would be, and the same of a retelling are.
func TestFactsOfCopies(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	facts := []change.Kind{change.Number, change.Date, change.Name, change.Negation}
	alone, retold := 0, 0 // how many are doubted by the forest alone, and in a retelling
	for range 20_000 {
		e := anyEvidence(r)
		e.set("told", 1)
		e.set("manner", 0)
		kind := facts[r.IntN(len(facts))]
		if r.IntN(2) == 0 {
			kind = change.Omission
			e.set("facts", 1)
		}
		e.set("kind", kind.Number())
		if c := e.Confidence(); c < Threshold {
			t.Fatalf("%s of a copy has confidence %v: %v", kind, c, e)
		}
		if forestAlone(e) < Threshold {
			alone++
		}
		e.set("words", 1)
		e.set("manner", 2)
		if c := e.Confidence(); c != forestAlone(e) {
			t.Fatalf("%s of a retelling has confidence %v, by the forest %v", kind, c, forestAlone(e))
		} else if c < Threshold {
			retold++
		}
	}
	if alone == 0 || retold == 0 {
		t.Errorf("%d doubted by the forest alone, %d retold: the law asks for nothing", alone, retold)
	}
}

// forestAlone is the confidence that the forest has in a difference, whatever is certain.
func forestAlone(e Evidence) float64 {
	return judge.Logistic(int64(forest().Score(e[:])) * (judge.Unit / Scale))
}

// TestDoubt: what is not a fact of a copy may be doubted, and is for some evidence.
func TestDoubt(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	doubted, held := 0, 0
	for range 20_000 {
		e := anyEvidence(r)
		e.set("words", 1)
		e.set("facts", 0)
		e.set("told", 1)
		e.set("manner", 1+r.IntN(2))
		c := e.Confidence()
		if c <= 0 || c >= 1 {
			t.Fatalf("confidence %v of %v", c, e)
		}
		if c < Threshold {
			doubted++
		} else {
			held++
		}
	}
	if doubted == 0 || held == 0 {
		t.Errorf("%d doubted, %d held: the forest tells nothing", doubted, held)
	}
}

// TestUse: another forest judges until it is taken away again.
func TestUse(t *testing.T) {
	e := anyEvidence(rand.New(rand.NewPCG(5, 6)))
	before := e.Confidence()
	denies, err := trees.Parse("x\n=-9000")
	if err != nil {
		t.Fatal(err)
	}
	restore := Use(denies)
	e.set("words", 1)
	e.set("manner", 2)
	if c := e.Confidence(); c > .001 {
		t.Errorf("a forest that denies all gives %v", c)
	}
	restore()
	if e = anyEvidence(rand.New(rand.NewPCG(5, 6))); e.Confidence() != before {
		t.Errorf("after restore %v, before %v", e.Confidence(), before)
	}
}

// anyEvidence is evidence of numbers that may be.
func anyEvidence(r *rand.Rand) Evidence {
	var e Evidence
	for i := range e {
		e[i] = int32(r.IntN(20))
	}
	e.set("kind", r.IntN(21))
	e.set("same", r.IntN(1001))
	return e
}
