package modality

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Whether tells what a retelling leaves open and the source does not: “whether the
// market will be closed”, of “that the market would stay”.
func Whether(c *comparison.Comparison) {
	if c.Copied || reading.AnyOf(c.S.Tokens, undecided) {
		return
	}
	for i, a := range c.Q.Tokens {
		if a.Text != "whether" || c.Q.Spent[i] {
			continue
		}
		from := c.Q.HeadAfter(i + 1)
		if from < 0 {
			return
		}
		if m, ok := c.Q.Best(from); ok && !c.S.Asked(m.At) {
			c.Tell(change.Modality, change.Major, reading.One(i), comparison.Gap(m.At))
		}
		return
	}
}

// undecided are words of what is not decided: “whether”, “or”.
var undecided = words.Set("modality", "undecided")
