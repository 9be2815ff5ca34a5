package archive

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A Checker holds reports to the transcripts of an archive. It is safe for concurrent
// use.
type Checker struct {
	archive *Archive
	sieves  []*align.Sieve
	options provenance.Options

	all   func() (*provenance.Checker, error) // of all transcripts, made when it is asked for
	whole int                                 // bytes of the files of an archive that is kept whole, at most

	mu   sync.Mutex
	read map[align.Picked]*provenance.Transcript // the last ones
	size int                                     // bytes of their files
}

// most is how many bytes of transcripts, by their files, are kept in memory for the
// next report; they take some six times as many.
const most = 32 << 20

// Checker makes one. Speakers are told to [Update], not here. Where a transcript is
// missing that somebody asked for, nothing is called unsupported: it may stand there.
func (a *Archive) Checker(o provenance.Options) (*Checker, error) {
	o.Excerpt = o.Excerpt || Lacks(a.missing)
	c := &Checker{archive: a, options: o, read: map[align.Picked]*provenance.Transcript{}}
	c.all, c.whole = keeping(c.ofAll), most
	return c, guarded(a.segments, c.open)
}

// open reads what is looked at for every report.
func (c *Checker) open() error {
	c.sieves = nil
	for _, g := range c.archive.segments {
		s, err := g.sieve()
		if err != nil {
			return err
		}
		c.sieves = append(c.sieves, s)
	}
	var err error
	c.options.Among, err = c.archive.among()
	return err
}

// mostQuotes is how many quotes of a report are checked.
func (c *Checker) mostQuotes() int { return cmp.Or(c.options.MaxQuotes, provenance.MostQuotes) }

// ofAll is a checker of all transcripts.
func (c *Checker) ofAll() (*provenance.Checker, error) {
	picked := map[align.Picked]bool{}
	for i, g := range c.archive.segments {
		for k := range g.documents {
			picked[align.Picked{Sieve: i, Document: k}] = true
		}
	}
	return c.of(picked)
}

// CheckContext checks a report, as [provenance.Checker.CheckContext] does. The report
// has those transcripts alone that its quotes may have come from, or all of a small
// archive where that is half of them.
func (c *Checker) CheckContext(ctx context.Context, d *text.Document) (*provenance.Report, error) {
	p, err := c.checkerOf(d, speech.First(d, c.mostQuotes()), nil)
	if err != nil {
		return nil, err
	}
	return p.CheckContext(ctx, d)
}

// CheckClaimsContext checks quotes that the caller has found in d.
func (c *Checker) CheckClaimsContext(
	ctx context.Context,
	d *text.Document,
	claims []provenance.Claim,
) (*provenance.Report, error) {
	var quotes []speech.Quote
	sources := map[string]bool{}
	for _, cl := range claims {
		quotes = append(quotes, cl.Quote)
		sources[cl.Source] = true
	}
	delete(sources, "")
	p, err := c.checkerOf(d, quotes, sources)
	if err != nil {
		return nil, err
	}
	return p.CheckClaimsContext(ctx, d, claims)
}

// checkerOf is a checker of the transcripts that quotes may have come from, and of
// those that are claimed. A report that asks for half of an archive of which all can be
// kept in memory is held to all of it, so that its index is made once.
func (c *Checker) checkerOf(
	d *text.Document,
	quotes []speech.Quote,
	sources map[string]bool,
) (p *provenance.Checker, err error) {
	err = guarded(c.archive.segments, func() error {
		p, err = c.pick(d, quotes, sources)
		return err
	})
	return p, err
}

func (c *Checker) pick(
	d *text.Document,
	quotes []speech.Quote,
	sources map[string]bool,
) (*provenance.Checker, error) {
	picked, err := c.claimed(sources)
	if err != nil {
		return nil, err
	}
	for _, q := range provenance.Queries(d, quotes[:min(c.mostQuotes(), len(quotes))]) {
		list, err := align.Pick(c.sieves, q)
		if err != nil {
			return nil, err
		}
		for _, p := range list {
			picked[p] = true
		}
	}
	if n := c.archive.Len(); 2*len(picked) >= n && c.archive.size() <= c.whole && c.archive.onDisk() <= 2*c.whole {
		return c.all()
	}
	return c.of(picked)
}

// of is a checker of some transcripts.
func (c *Checker) of(picked map[align.Picked]bool) (*provenance.Checker, error) {
	var list []*provenance.Transcript
	size := 0
	for p := range picked {
		t, err := c.transcript(p)
		if err != nil {
			return nil, err
		}
		if size += len(t.Source); size > c.archive.size() {
			return nil, damaged(filepath.Join(c.archive.dir, manifestName), "there is more text than it says")
		}
		list = append(list, t)
	}
	slices.SortFunc(list, func(a, b *provenance.Transcript) int { return strings.Compare(a.Name, b.Name) })
	return provenance.NewFrom(list, c.options), nil
}

// claimed are the transcripts that are named as sources.
func (c *Checker) claimed(sources map[string]bool) (map[align.Picked]bool, error) {
	out := map[align.Picked]bool{}
	if len(sources) == 0 {
		return out, nil
	}
	for i, g := range c.archive.segments {
		entries, err := g.entries()
		if err != nil {
			return nil, err
		}
		for k, e := range entries {
			for s := range sources {
				if provenance.Named(e.Name, e.Title, s) {
					out[align.Picked{Sieve: i, Document: k}] = true
				}
			}
		}
	}
	return out, nil
}

// transcript reads a transcript, or has it from the last reports.
func (c *Checker) transcript(p align.Picked) (*provenance.Transcript, error) {
	c.mu.Lock()
	t := c.read[p]
	c.mu.Unlock()
	if t != nil {
		return t, nil
	}
	t, err := c.archive.segments[p.Sieve].transcript(p.Document)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.size > most {
		c.read, c.size = map[align.Picked]*provenance.Transcript{}, 0
	}
	c.read[p] = t
	c.size += max(len(t.Source), len(t.Text))
	return t, nil
}
