package align

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// What is placed to the word only with the learned table.
func TestSoftLearned(t *testing.T) {
	ix := NewIndex(normalize.Text("address", []byte(address)))
	for _, c := range []struct{ name, quote, want string }{
		{"other words", "The rail line from Lomm to the east coast makes the trip much shorter for all those bringing fish to the capital",
			"The railway between Lomm and the eastern coast substantially shortens the journey of everyone who carries fish to the capital"},
		{"another order", "Because hay got so costly, a lot of the farmers in the northern valleys had to sell their cows last fall",
			"Many farmers of the northern valleys were forced to sell their cattle last autumn because hay had become so expensive"},
	} {
		if got := top1(ix, ask(c.quote)); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.quote, got, c.want)
		}
	}
}

// A quote of thousands of words in other words is placed by its stretches.
func TestLong(t *testing.T) {
	ix := NewIndex(normalize.Text("address", []byte(address)))
	one := "The rail line from Lomm to the east coast makes the trip much shorter for all those bringing fish to the capital. Because hay got so costly, a lot of the farmers in the northern valleys had to sell their cows last fall. The winter fair gathered traders from 130 towns, who purchased almost all that our weavers had produced. "
	list := ix.Find(ask(strings.Repeat(one, 60)))
	if len(list) == 0 || !list[0].Accepted {
		t.Fatalf("not accepted: %v", list)
	}
	for _, s := range list[0].Spans {
		if !strings.Contains(address, ix.docs[0].Read(s)) {
			t.Errorf("span %v is not of the transcript", s)
		}
	}
}
