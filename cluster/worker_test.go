package cluster

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/harness"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
)

const asWorker = "QUOTEPROV_CLUSTER_WORKER"

// TestMain lets the test's program be a worker too, as a process of its own.
func TestMain(m *testing.M) {
	if os.Getenv(asWorker) == "" {
		flag.Parse()
		beam.Init()
		os.Exit(m.Run())
	}
	var id, endpoint string
	for _, a := range os.Args[1:] {
		if v, ok := strings.CutPrefix(a, "--id="); ok {
			id = strings.Trim(v, "'")
		}
		if v, ok := strings.CutPrefix(a, "--provision_endpoint="); ok {
			endpoint = v
		}
	}
	os.Args = os.Args[:1]
	beam.Init()
	ctx := grpcx.WriteWorkerID(context.Background(), id)
	if err := harness.MainWithOptions(ctx, endpoint, endpoint, harness.Options{}); err != nil {
		fmt.Fprintln(os.Stderr, "worker:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

func init() {
	beam.RegisterDoFn(&mortal{})
}

// A mortal kills its worker in the middle of a bundle, once.
type mortal struct{ Grave string }

func (m *mortal) ProcessElement(l Line, emit func(Line)) {
	if l.Number == 20 {
		if f, err := os.OpenFile(m.Grave, os.O_CREATE|os.O_EXCL, 0o666); err == nil {
			f.Close()
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
		}
	}
	emit(l)
}

// TestWorkers runs the pipeline on several workers that are processes of their own, of
// which one is killed in the middle of a bundle.
func TestWorkers(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	n := newNewsroom(t, 30)
	want := n.byChecker(t)
	p := newPool(t, 3)
	setFlag(t, jobopts.EnvironmentType, "EXTERNAL")
	setFlag(t, jobopts.EnvironmentConfig, p.url)
	setFlag(t, jobopts.WorkerBinary, p.exe) // nobody asks for it
	grave := filepath.Join(t.TempDir(), "grave")
	got, err := n.run(t, Options{Together: 1}, func(s beam.Scope, lines beam.PCollection) beam.PCollection {
		return beam.ParDo(s, &mortal{grave}, lines)
	})
	if err != nil {
		t.Fatal(err)
	}
	if p.deaths != 1 || len(p.did) < 3 {
		t.Errorf("%d workers died; bundles of each: %v", p.deaths, p.did)
	}
	same(t, got, want)
}

func setFlag(t *testing.T, flag *string, value string) {
	old := *flag
	t.Cleanup(func() { *flag = old })
	*flag = value
}
