# Mojolicious, client and server.
use Mojo::Base -strict;
use Mojo::IOLoop;
use Mojo::IOLoop::Stream;
use Mojo::JSON qw(decode_json encode_json);
use Mojo::Server::Daemon;
use Mojo::UserAgent;
use Mojolicious;
$| = 1;

use constant LIMIT => 1024;

sub say_line { print encode_json({@_}), "\n" }

sub ready { say_line version => $Mojolicious::VERSION, using => ["Perl " . substr($^V, 1)], port => shift }

# Follows an open connection, a transaction or a controller of the server, and does what the task says.
sub follow {
  my ($connection, $task) = @_;
  $connection->on(message => sub { die "app error\n" if $task->{do} eq 'raise' });
  $connection->on(
    finish => sub {
      my (undef, $code, $reason) = @_;
      my %app = (code => $code, text => 'finish event', defined $reason && length $reason ? (reason => $reason) : ());
      say_line id => $task->{id}, app => \%app;
    }
  );
  exit 0 if $task->{do} eq 'exit';
  return unless $task->{do} eq 'close';
  my $given = $task->{arguments};
  my @arguments = exists $given->{code} ? ($given->{code}) : ();
  push @arguments, $given->{reason} if exists $given->{reason};
  eval { $connection->finish(@arguments); 1 } or say_line id => $task->{id}, refused => "$@";
}

sub serve {
  my $app = Mojolicious->new;
  $app->log->level('fatal');
  $app->routes->websocket('/' => sub {
    my $controller = shift;
    $controller->tx->max_websocket_size(LIMIT);
    follow($controller, decode_json($controller->param('task')));
  });
  my $daemon = Mojo::Server::Daemon->new(app => $app, listen => ['http://127.0.0.1'], silent => 1)->start;
  ready($daemon->ports->[0]);
  $daemon->run;
}

sub client {
  my ($agent, $task) = @_;
  $agent->websocket($task->{url} => sub {
    my (undef, $connection) = @_;
    return say_line id => $task->{id}, app => {text => 'handshake failed'} unless $connection->is_websocket;
    $connection->max_websocket_size(LIMIT);
    follow($connection, $task);
  });
}

sub work {
  my $agent = Mojo::UserAgent->new(max_connections => 0);
  my $input = Mojo::IOLoop::Stream->new(\*STDIN)->timeout(0);
  my $lines = '';
  $input->on(read => sub {
    $lines .= $_[1];
    client($agent, decode_json($1)) while $lines =~ s/^(.*)\n//;
  });
  $input->on(close => sub { Mojo::IOLoop->stop });
  Mojo::IOLoop->stream($input);
  ready(undef);
  Mojo::IOLoop->start;
}

$ARGV[0] eq 'server' ? serve() : work();
