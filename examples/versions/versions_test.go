package versions

import (
	"fmt"
	"log"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// A speech as it was prepared, and as it was delivered.
func Example_prepared() {
	c := compare("testdata/prepared.txt", "testdata/delivered.txt")
	for _, p := range c.Passages {
		if p.Fate == provenance.Kept {
			continue
		}
		fmt.Println(p.Fate, p.Verdict)
		for _, d := range p.Differences {
			fmt.Printf("  %s %s: %q for %q\n", d.Severity, d.Kind, read(c.New, d.Report), read(c.Old, d.Source))
		}
	}
	// Output:
	// edited altered
	//   major substitution: "delivered" for "prepared for delivery"
	// moved verbatim
	//   minor move: "I thank the pilots, who were at sea in every storm of last winter" for "I thank the pilots, who were at sea in every storm of last winter"
	// edited altered
	//   minor insertion: "you know" for ""
	//   major number: "48 million" for "46 million"
	// edited altered
	//   major negation: "" for "not"
	// merged paraphrase
	//   minor insertion: "and" for ""
	// edited altered
	//   major omission: "" for "if the stocks allow it"
	// only new unsupported
	//   major insertion: "And to whoever parked in front of the pilots' house: please move your car" for ""
}

// A speech in two translations: other words are no news, another number is.
func Example_translations() {
	c := compare("testdata/translation-a.txt", "testdata/translation-b.txt")
	for _, p := range c.Passages {
		fmt.Printf("%-6s %-10s %s\n", p.Fate, p.Verdict, read(c.New, p.New[0]))
		for _, d := range p.Differences {
			if d.Severity == provenance.Major {
				fmt.Printf("  %s: %q for %q\n", d.Kind, read(c.New, d.Report), read(c.Old, d.Source))
			}
		}
	}
	// Output:
	// retold paraphrase Our nation has fulfilled its promises to the neighbouring states
	// split  paraphrase In spring we opened the river for their vessels
	// retold paraphrase Some claim that this agreement was an error
	// edited paraphrase I do not share this view
	// edited altered    Commerce with the valley increased by 21 percent, and since then not one border post has come under attack
	//   number: "21" for "12"
	// retold paraphrase We are prepared to negotiate with everybody who wishes for peace
	// edited paraphrase But no one should expect that we will give up the islands
}

func compare(old, new string) *provenance.Comparison {
	a, err := formats.ReadFile(old)
	if err != nil {
		log.Fatal(err)
	}
	b, err := formats.ReadFile(new)
	if err != nil {
		log.Fatal(err)
	}
	return provenance.Compare(a, b, provenance.Options{})
}

// read is the text at a span; nothing at a gap.
func read(t *provenance.Transcript, s text.Span) string {
	if s.Len() == 0 {
		return ""
	}
	return t.Kept(s)
}
