package fit

import (
	"fmt"
	"hash/fnv"
	"sync"

	"github.com/quoteprov/quoteprov/internal/trees"
)

// Pages are examples that come by page, and pages that come by site: the
// blocks of one page say much about each other, and so do the pages of one
// site. So a fit is measured on sites that it has not seen.
type Pages struct {
	Data Data
	Options
	sites []string
	ends  []int // rows, by page
}

// ForPages are the options that serve both plain text and HTML.
var ForPages = Options{Trees: 60, Depth: 4, Rate: .2, Lambda: 5, MinChild: 20, Sample: .4, Scale: 1000}

// Add adds a row to the page that is being read. One of weight 0 is not fitted to.
func (p *Pages) Add(row []int32, label, weight float64) {
	d := &p.Data
	if d.Columns == nil {
		d.Columns = make([][]int32, len(row))
	}
	for k, x := range row {
		d.Columns[k] = append(d.Columns[k], x)
	}
	d.Label, d.Weight = append(d.Label, label), append(d.Weight, weight)
}

// End ends the page, one of the site's.
func (p *Pages) End(site string) {
	p.sites, p.ends = append(p.sites, site), append(p.ends, len(p.Data.Label))
}

// Fit fits a forest to all pages.
func (p *Pages) Fit() *trees.Forest { return Fit(&p.Data, p.rows(0, -1), p.Options) }

const folds = 4

// Rounds is how many rounds of held-out pages a measurement takes.
const Rounds = 3

// HeldOut calls f for each page with a forest that was fitted without a quarter
// of the sites, the page's among them; each round has other quarters, of which
// the first parts are taken. One round alone is off by half a point of F1 on a
// hundred pages. The parts are fitted at once, so f is called at once for pages
// of different parts.
func (p *Pages) HeldOut(round, parts int, f func(page int, t *trees.Forest)) {
	var wait sync.WaitGroup
	for k := range min(parts, folds) {
		wait.Go(func() {
			t := Fit(&p.Data, p.rows(round, k), p.Options)
			for i, site := range p.sites {
				if fold(site, round) == k {
					f(i, t)
				}
			}
		})
	}
	wait.Wait()
}

// rows are those of the pages outside fold k of a round.
func (p *Pages) rows(round, k int) []int32 {
	var rows []int32
	at := 0
	for i, end := range p.ends {
		for ; at < end; at++ {
			if fold(p.sites[i], round) != k && p.Data.Weight[at] > 0 {
				rows = append(rows, int32(at))
			}
		}
	}
	return rows
}

func fold(site string, round int) int {
	h := fnv.New32a()
	fmt.Fprint(h, site, round)
	return int(h.Sum32() * 2654435761 >> 16 % folds)
}

// A Mean is how the words kept stand to those of the full text, as the mean of
// pages.
type Mean struct{ pages, precision, recall, f1, losing float64 }

// Add takes in a page: the words kept, those of its full text, those that are
// both, and whether it loses a sentence.
func (m *Mean) Add(kept, gold, both int, loses bool) {
	p, r := 1.0, 1.0
	if kept > 0 {
		p = float64(both) / float64(kept)
	}
	if gold > 0 {
		r = float64(both) / float64(gold)
	}
	m.pages, m.precision, m.recall = m.pages+1, m.precision+p, m.recall+r
	if both > 0 {
		m.f1 += 2 * p * r / (p + r)
	}
	if loses {
		m.losing++
	}
}

func (m Mean) String() string {
	return fmt.Sprintf("P %.4f R %.4f F1 %.4f losing %.3f", m.precision/m.pages, m.recall/m.pages, m.f1/m.pages, m.losing/m.pages)
}
