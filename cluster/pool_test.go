package cluster

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	fnpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/fnexecution_v1"
	pipepb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/pipeline_v1"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/proto"
)

// A pool stands between Prism, which knows one worker and gives up when that dies, and
// several workers that are processes of their own: it gives bundles to them in turn,
// and does what a cluster's runner does when one dies. What the dead one had written of
// its bundles is thrown away, another is started in its place, and these bundles are
// done again from their beginning.
type pool struct {
	fnpb.UnimplementedBeamFnExternalWorkerPoolServer
	fnpb.UnimplementedBeamFnControlServer
	fnpb.UnimplementedBeamFnDataServer
	fnpb.UnimplementedBeamFnStateServer
	fnpb.UnimplementedBeamFnLoggingServer
	t    *testing.T
	exe  string
	url  string
	size int

	prism struct {
		id      string
		conn    *grpc.ClientConn
		control fnpb.BeamFnControl_ControlClient
		data    fnpb.BeamFnData_DataClient
		state   fnpb.BeamFnState_StateClient
	}

	mu      sync.Mutex
	ended   bool
	workers []*worker
	started int
	bundles map[string]*bundle // by instruction, those that are being done
	did     map[string]int     // by worker: bundles
	sinks   map[string]int     // by what a bundle is of: how many outputs it has
	deaths  int
}

type worker struct {
	id      string
	process *exec.Cmd
	control chan *fnpb.InstructionRequest
	data    chan *fnpb.Elements
	state   chan *fnpb.StateResponse
	dead    chan struct{}
}

// A bundle is what a worker was given, and what it has written of it so far.
type bundle struct {
	worker  *worker
	request *fnpb.InstructionRequest
	in, out []*fnpb.Elements
	ends    int // of its outputs that are complete
	answer  *fnpb.InstructionResponse
}

func newPool(t *testing.T, size int) *pool {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &pool{
		t: t, exe: exe, url: l.Addr().String(), size: size,
		bundles: map[string]*bundle{}, did: map[string]int{}, sinks: map[string]int{},
	}
	s := grpc.NewServer(grpc.MaxRecvMsgSize(1 << 30))
	fnpb.RegisterBeamFnExternalWorkerPoolServer(s, p)
	fnpb.RegisterBeamFnControlServer(s, p)
	fnpb.RegisterBeamFnDataServer(s, p)
	fnpb.RegisterBeamFnStateServer(s, p)
	fnpb.RegisterBeamFnLoggingServer(s, p)
	go s.Serve(l)
	t.Cleanup(func() {
		p.end()
		s.Stop()
	})
	return p
}

// StartWorker is asked by Prism for its worker.
func (p *pool) StartWorker(_ context.Context, r *fnpb.StartWorkerRequest) (*fnpb.StartWorkerResponse, error) {
	conn, err := grpc.NewClient(r.GetControlEndpoint().GetUrl(),
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(1<<30)))
	if err != nil {
		return nil, err
	}
	ctx := grpcx.WriteWorkerID(context.Background(), r.GetWorkerId())
	up := &p.prism
	up.id, up.conn = r.GetWorkerId(), conn
	if up.control, err = fnpb.NewBeamFnControlClient(conn).Control(ctx); err != nil {
		return nil, err
	}
	if up.data, err = fnpb.NewBeamFnDataClient(conn).Data(ctx); err != nil {
		return nil, err
	}
	if up.state, err = fnpb.NewBeamFnStateClient(conn).State(ctx); err != nil {
		return nil, err
	}
	p.mu.Lock()
	for range p.size {
		p.workers = append(p.workers, p.start())
	}
	p.mu.Unlock()
	go p.instructions()
	go p.elements()
	go p.states()
	return &fnpb.StartWorkerResponse{}, nil
}

func (p *pool) StopWorker(context.Context, *fnpb.StopWorkerRequest) (*fnpb.StopWorkerResponse, error) {
	p.end()
	return &fnpb.StopWorkerResponse{}, nil
}

func (p *pool) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = true
	for _, w := range p.workers {
		w.process.Process.Kill()
		w.process.Wait()
	}
	p.workers = nil
}

// start starts a process; p is locked.
func (p *pool) start() *worker {
	p.started++
	w := &worker{
		id: fmt.Sprintf("worker%d", p.started), control: make(chan *fnpb.InstructionRequest, 1000),
		data: make(chan *fnpb.Elements, 1000), state: make(chan *fnpb.StateResponse, 1000),
		dead: make(chan struct{}),
	}
	w.process = exec.Command(p.exe, "--id="+w.id, "--provision_endpoint="+p.url)
	w.process.Env = append(os.Environ(), asWorker+"=1")
	w.process.Stderr = os.Stderr
	if err := w.process.Start(); err != nil {
		p.t.Error(err)
	}
	return w
}

// From Prism to the workers.

func (p *pool) instructions() {
	for {
		r, err := p.prism.control.Recv()
		if err != nil {
			return
		}
		p.mu.Lock()
		answer := &fnpb.InstructionResponse{InstructionId: r.GetInstructionId()}
		switch {
		case r.GetProcessBundle() != nil:
			b := p.bundle(r.GetInstructionId())
			b.request = r
			b.worker.control <- r
			answer = nil
		case r.GetProcessBundleProgress() != nil: // of a bundle that may be done again there is none
			answer.Response = &fnpb.InstructionResponse_ProcessBundleProgress{
				ProcessBundleProgress: &fnpb.ProcessBundleProgressResponse{},
			}
		case r.GetProcessBundleSplit() != nil:
			answer.Response = &fnpb.InstructionResponse_ProcessBundleSplit{
				ProcessBundleSplit: &fnpb.ProcessBundleSplitResponse{},
			}
		}
		if answer != nil {
			p.prism.control.Send(answer)
		}
		p.mu.Unlock()
	}
}

// bundle is the one of an instruction, given to the next worker if it is new.
func (p *pool) bundle(instruction string) *bundle {
	b := p.bundles[instruction]
	if b == nil {
		w := p.workers[len(p.bundles)%len(p.workers)]
		b = &bundle{worker: w}
		p.bundles[instruction] = b
		p.did[w.id]++
	}
	return b
}

func (p *pool) elements() {
	for {
		e, err := p.prism.data.Recv()
		if err != nil {
			return
		}
		p.mu.Lock()
		for _, x := range apart(e) {
			b := p.bundle(instructionOf(x))
			b.in = append(b.in, x)
			b.worker.data <- x
		}
		p.mu.Unlock()
	}
}

// apart are elements one by one.
func apart(e *fnpb.Elements) (out []*fnpb.Elements) {
	for _, d := range e.GetData() {
		out = append(out, &fnpb.Elements{Data: []*fnpb.Elements_Data{d}})
	}
	for _, t := range e.GetTimers() {
		out = append(out, &fnpb.Elements{Timers: []*fnpb.Elements_Timers{t}})
	}
	return out
}

func instructionOf(e *fnpb.Elements) string {
	if len(e.GetData()) > 0 {
		return e.GetData()[0].GetInstructionId()
	}
	return e.GetTimers()[0].GetInstructionId()
}

func (p *pool) states() {
	for {
		r, err := p.prism.state.Recv()
		if err != nil {
			return
		}
		id, rest, _ := strings.Cut(r.GetId(), "/")
		r.Id = rest
		p.mu.Lock()
		for _, w := range p.workers {
			if w.id == id {
				w.state <- r
			}
		}
		p.mu.Unlock()
	}
}

// From the workers to Prism.

func (p *pool) of(ctx context.Context) (*worker, error) {
	id, err := grpcx.ReadWorkerID(ctx)
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, w := range p.workers {
		if w.id == id {
			return w, err
		}
	}
	return nil, fmt.Errorf("no worker %s", id)
}

// passOn sends what comes to a worker until it is dead.
func passOn[T any](from chan T, dead chan struct{}, send func(T) error) {
	for {
		select {
		case x := <-from:
			if send(x) != nil {
				return
			}
		case <-dead:
			return
		}
	}
}

func (p *pool) Control(s fnpb.BeamFnControl_ControlServer) error {
	w, err := p.of(s.Context())
	if err != nil {
		return err
	}
	go passOn(w.control, w.dead, s.Send)
	for {
		r, err := s.Recv()
		if err != nil {
			p.lost(w)
			return nil
		}
		p.done(w, r)
	}
}

// done takes the answer to a bundle.
func (p *pool) done(w *worker, r *fnpb.InstructionResponse) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if b := p.bundles[r.GetInstructionId()]; b != nil && b.worker == w {
		b.answer = r
		p.handOn(b)
	}
}

// handOn hands on what a worker has written of a bundle, once all of it is there. The
// answer may come before the last elements do. p is locked.
func (p *pool) handOn(b *bundle) {
	r, of := b.answer, b.request.GetProcessBundle().GetProcessBundleDescriptorId()
	if r == nil || r.GetError() == "" && b.ends < p.sinks[of] {
		return
	}
	for _, x := range b.out {
		p.prism.data.Send(x)
	}
	delete(p.bundles, r.GetInstructionId())
	if pb := r.GetProcessBundle(); pb != nil { // each process has short names of its own for metrics
		pb.MonitoringData, pb.MonitoringInfos = nil, nil
	}
	p.prism.control.Send(r)
}

// lost puts another worker in the place of one that died, and has it do its bundles.
func (p *pool) lost(w *worker) {
	p.mu.Lock()
	defer p.mu.Unlock()
	i := slices.Index(p.workers, w)
	if p.ended || i < 0 {
		return
	}
	close(w.dead)
	w.process.Wait()
	p.deaths++
	p.workers[i] = p.start()
	for _, b := range p.bundles {
		if b.worker == w {
			b.worker, b.out, b.ends, b.answer = p.workers[i], nil, 0, nil
			if b.request != nil {
				b.worker.control <- b.request
			}
			for _, x := range b.in {
				b.worker.data <- x
			}
		}
	}
}

func (p *pool) Data(s fnpb.BeamFnData_DataServer) error {
	w, err := p.of(s.Context())
	if err != nil {
		return err
	}
	go passOn(w.data, w.dead, s.Send)
	for {
		e, err := s.Recv()
		if err != nil {
			return nil
		}
		p.mu.Lock()
		for _, x := range apart(e) {
			if b := p.bundles[instructionOf(x)]; b != nil && b.worker == w {
				b.out = append(b.out, x)
				if x.Data != nil && x.Data[0].GetIsLast() {
					b.ends++
				}
				p.handOn(b)
			}
		}
		p.mu.Unlock()
	}
}

func (p *pool) State(s fnpb.BeamFnState_StateServer) error {
	w, err := p.of(s.Context())
	if err != nil {
		return err
	}
	go passOn(w.state, w.dead, s.Send)
	for {
		r, err := s.Recv()
		if err != nil {
			return nil
		}
		r.Id = w.id + "/" + r.GetId()
		p.mu.Lock()
		p.prism.state.Send(r)
		p.mu.Unlock()
	}
}

func (p *pool) Logging(s fnpb.BeamFnLogging_LoggingServer) error {
	for {
		if _, err := s.Recv(); err != nil {
			return nil
		}
	}
}

// GetProcessBundleDescriptor asks Prism, and has the workers talk to the pool.
func (p *pool) GetProcessBundleDescriptor(
	ctx context.Context,
	r *fnpb.GetProcessBundleDescriptorRequest,
) (*fnpb.ProcessBundleDescriptor, error) {
	ctx = grpcx.WriteWorkerID(ctx, p.prism.id)
	d, err := fnpb.NewBeamFnControlClient(p.prism.conn).GetProcessBundleDescriptor(ctx, r)
	if err != nil {
		return nil, err
	}
	here := &pipepb.ApiServiceDescriptor{Url: p.url}
	d.StateApiServiceDescriptor, d.TimerApiServiceDescriptor = here, here
	sinks := 0
	for _, x := range d.GetTransforms() {
		if x.GetSpec().GetUrn() == "beam:runner:sink:v1" {
			sinks++
		}
		if u := x.GetSpec().GetUrn(); u != "beam:runner:source:v1" && u != "beam:runner:sink:v1" {
			continue
		}
		var port fnpb.RemoteGrpcPort
		if err := proto.Unmarshal(x.GetSpec().GetPayload(), &port); err != nil {
			return nil, err
		}
		port.ApiServiceDescriptor = here
		if x.Spec.Payload, err = proto.Marshal(&port); err != nil {
			return nil, err
		}
	}
	p.mu.Lock()
	p.sinks[r.GetProcessBundleDescriptorId()] = sinks
	p.mu.Unlock()
	return d, nil
}
