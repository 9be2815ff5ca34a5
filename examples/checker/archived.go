package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/quoteprov/quoteprov/align/embed"
	"github.com/quoteprov/quoteprov/archive"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// A holder holds reports to transcripts: those that were read, or an archive of them.
type holder interface {
	CheckContext(context.Context, *text.Document) (*provenance.Report, error)
	CheckClaimsContext(context.Context, *text.Document, []provenance.Claim) (*provenance.Report, error)
}

// asked are the options of the library that the flags ask for.
func (c *checking) asked(speakers map[string]string) provenance.Options {
	o := c.Within(provenance.Options{Excerpt: c.excerpt, Speakers: speakers})
	if c.embedder != "" {
		o.Embedder = embed.HTTP(nil, c.embedder, c.model)
	}
	return o
}

// archived reports whether -against names an archive.
func (o options) archived() bool { return slices.ContainsFunc(o.against, archive.Is) }

// openArchive opens the archive that the reports are held to.
func (c *checking) openArchive(speakers map[string]string) error {
	switch {
	case len(c.against) > 1:
		return errors.New("-against names an archive and something else; checker index puts more into it")
	case len(speakers) > 0:
		return errors.New("-speakers goes with checker index, not with an archive")
	}
	a, err := archive.Open(c.against[0])
	if err != nil {
		return plainError(err)
	}
	if a.Len() == 0 {
		return noTranscript(c.against)
	}
	c.lacks(a.Missing())
	c.held = map[string]record.Transcript{}
	c.checker, err = a.Checker(c.asked(nil))
	return err
}

// lacks tells of what the archive should hold, as of files that are not in it.
func (c *checking) lacks(missing []archive.Missing) {
	excerpt := false
	for _, m := range missing {
		if m.Skipped {
			c.skipped = append(c.skipped, record.Skipped{Name: m.Name, Reason: m.Reason})
			continue
		}
		c.tell(errors.New(m.Reason))
		c.broken = append(c.broken, record.Problem{Name: m.Name, Error: m.Reason})
		excerpt = excerpt || m.Named
	}
	if excerpt {
		c.note(errNotAll)
	}
}

// recordHeld is what is written of a report that was held to an archive.
func (c *checking) recordHeld(r *provenance.Report) record.Record {
	out := record.NewMaker(r.Transcripts).Line(r)
	if c.format == "jsonl" {
		return out
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, t := range out.Transcripts {
		c.held[t.Name] = t
	}
	out.Transcripts = nil
	return out
}

// transcripts are those that the output tells of: all, or those of an archive that a
// quote has a match in.
func (c *checking) transcripts() []record.Transcript {
	if c.maker != nil {
		return c.maker.Transcripts()
	}
	out := []record.Transcript{}
	for _, name := range slices.Sorted(maps.Keys(c.held)) {
		out = append(out, c.held[name])
	}
	return out
}

// exists reports whether there is a file or folder of a name.
func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// notArchive is the error of a folder that holds something else.
func notArchive(dir string) error {
	return fmt.Errorf("%s: holds other files and no archive: name a new folder", dir)
}
