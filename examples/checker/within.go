package main

import (
	"context"
	"errors"

	"github.com/quoteprov/quoteprov/text"
)

// The readers and the index look at no context: a large file may keep them busy long
// behind the time of -timeout, or a pipe that nobody writes to for ever. What the command
// waits for it gives up instead when it is to end: the work goes on and is dropped, and
// ends with the process. A server, which goes on, waits with it for nothing but its start.

// errStopped is that of a command that was told to end.
var errStopped = errors.New("stopped")

// within is what f gives; errStopped where ctx is done before.
func within[T any](ctx context.Context, f func() (T, error)) (out T, err error) {
	type result struct {
		out T
		err error
	}
	done := make(chan result, 1)
	go func() {
		out, err := f()
		done <- result{out, err}
	}()
	select {
	case r := <-done:
		return r.out, r.err
	case <-ctx.Done():
		return out, errStopped
	}
}

// read is the document of a source.
func (s source) read(ctx context.Context) (*text.Document, error) {
	if ctx.Err() != nil {
		return nil, errStopped
	}
	return within(ctx, s.open)
}

// endable is a command that ends with ctx, whatever it does.
func endable(run func(args []string, std streams) int) command {
	return func(ctx context.Context, args []string, std streams) int {
		status, err := within(ctx, func() (int, error) { return run(args, std), nil })
		if err != nil {
			tell(std.err, "checker: ", err)
			return trouble
		}
		return status
	}
}
