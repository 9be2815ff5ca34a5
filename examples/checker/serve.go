package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"syscall"
	"time"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/web/desk"
)

const serveUsage = `usage: checker serve [-against PATH]... [flags]

serves a page that checks what is pasted or dropped into it, with this program behind
it, to browsers of this machine alone. Nothing is stored, and no file can be reached
but the transcripts that -against names, which are read again when they change.

`

// serving is what the command line says of a server.
type serving struct {
	options
	address string
	hosts   list
}

// serve serves the page until it is stopped.
func serve(ctx context.Context, args []string, std streams) int {
	o, err := parseServing(args, std)
	if err != nil {
		return usageStatus(err)
	}
	o.limit()
	if err := o.run(ctx, std); err != nil {
		tell(std.err, "checker: serve: ", err)
		return trouble
	}
	return faithful
}

func parseServing(args []string, std streams) (serving, error) {
	o := serving{options: options{budgets: usualBudgets()}}
	f := flag.NewFlagSet("checker serve", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.Var(&o.against, "against", "a transcript, or a `directory` of transcripts; may be repeated")
	f.StringVar(&o.speakers, "speakers", "", "a `FILE` with who speaks under a label of the transcripts")
	f.BoolVar(&o.follow, "follow-links", false, "read what links lead to that lead out of a folder")
	f.BoolVar(&o.excerpt, "excerpt", false, "the transcripts are known to be incomplete")
	f.IntVar(&o.jobs, "jobs", 0, "use `N` processors at most; 0 is all of them")
	f.Var(&o.maxSize, "max-size", "the `BYTES` (500kB, 50MB) of a file, and of all that is sent for one check, at most")
	o.readFlags(f)
	o.QuotesFlag(f)
	f.StringVar(&o.address, "addr", "127.0.0.1:8017", "the `ADDRESS` to listen at")
	f.Var(&o.hosts, "host", "a further `NAME:PORT` by which browsers reach it; may be repeated")
	err := f.Parse(args)
	if err == nil {
		err = o.wrong(f.Args())
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(std.out, serveUsage)
		f.SetOutput(std.out)
		f.PrintDefaults()
	case err != nil:
		tell(std.err, "checker: ", err)
		fmt.Fprintln(std.err, "(checker serve -h shows the usage)")
	}
	return o, err
}

// wrong is what is wrong with the command line as a whole.
func (o serving) wrong(rest []string) error {
	host, _, err := net.SplitHostPort(o.address)
	switch {
	case len(rest) > 0:
		return fmt.Errorf("serve takes no reports, but %s was named; they are put into the page", rest[0])
	case err != nil:
		return fmt.Errorf("-addr %s: want an address as 127.0.0.1:8017", o.address)
	case o.budgets.Wrong() != nil:
		return o.budgets.Wrong()
	case o.maxSize == 0:
		return errors.New("-max-size 0: a server needs a limit")
	case stdins(o.options) > 0:
		return errors.New("-against -: a server does not read standard input")
	case !loopback(host) && len(o.hosts) == 0:
		return fmt.Errorf("-addr %s: other machines could send texts to this one; if that is wanted, "+
			"say with -host by which name they reach it", o.address)
	}
	return nil
}

// loopback reports whether a host is this machine, for itself alone.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// run listens, and serves until ctx ends.
func (o serving) run(ctx context.Context, std streams) error {
	speakers, _, err := readSpeakers(o.speakers)
	if err != nil {
		return plainError(err)
	}
	in := newInputs(std, o.options)
	options := o.Within(provenance.Options{Excerpt: o.excerpt, Speakers: speakers})
	stock := &stock{in: in, against: o.against, options: options}
	take := func() (*desk.Shelf, error) { return stock.take(o.excerpt) }
	if shelf, err := within(ctx, take); errors.Is(err, errStopped) {
		return nil
	} else if err != nil {
		return err
	} else if len(o.against) > 0 && len(shelf.Names()) == 0 {
		return noTranscript(o.against)
	}
	l, err := net.Listen("tcp", o.address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is in use, perhaps by another checker serve; -addr names another", o.address)
	}
	if err != nil {
		return err
	}
	s := newServer(stock, int64(o.maxSize), append(ownHosts(l.Addr()), o.hosts...))
	fmt.Fprintf(std.err, "checker: the page is at http://%s/ until this is stopped (^C)\n", s.hosts[0])
	return until(ctx, l, s.handler())
}

// ownHosts are the names under which a browser reaches a server that listens here.
func ownHosts(a net.Addr) []string {
	host, port, _ := net.SplitHostPort(a.String())
	names := []string{a.String()}
	if loopback(host) {
		names = append(names, net.JoinHostPort("localhost", port))
	}
	if port == "80" {
		for _, n := range names {
			names = append(names, strings.TrimSuffix(n, ":80"))
		}
	}
	return names
}

// Times that a server gives to those who are slow.
const (
	headTime = 10 * time.Second // to say what is wanted
	idleTime = 2 * time.Minute  // between two wishes
	stopTime = 3 * time.Second  // to finish what is being written, once it is stopped
)

// until serves until ctx ends. Checks end with it.
func until(ctx context.Context, l net.Listener, h http.Handler) error {
	s := &http.Server{
		Handler: h, ReadHeaderTimeout: headTime, IdleTimeout: idleTime, MaxHeaderBytes: 64 << 10,
		BaseContext: func(net.Listener) context.Context { return ctx },
		ErrorLog:    log.New(io.Discard, "", 0), // what a client did wrong, it has been told
	}
	stopped := make(chan struct{})
	over := context.AfterFunc(ctx, func() {
		defer close(stopped)
		last, end := context.WithTimeout(context.Background(), stopTime)
		defer end()
		if s.Shutdown(last) != nil {
			s.Close()
		}
	})
	defer over()
	err := s.Serve(l)
	if errors.Is(err, http.ErrServerClosed) {
		<-stopped // Serve returns as soon as no more are let in
		return nil
	}
	return err
}
