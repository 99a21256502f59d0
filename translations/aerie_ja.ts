<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ExperimentDialog</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>aerie::models</name>
    <message>
        <source>%1 (stage)</source>
        <translation>%1(ステージ)</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>削除中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Rollout failed</source>
        <translation>ロールアウト失敗</translation>
    </message>
    <message>
        <source>Rolling out</source>
        <translation>ロールアウト中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>機能低下</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>準備未完了</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>ステージ</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>アーカイブ済み</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log loss</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>ダイジェスト</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>エンドポイント</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>提供中</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>追従</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>レプリカ</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>除外中</translation>
    </message>
    <message>
        <source>The proxies do not know this replica</source>
        <translation>プロキシはこのレプリカを認識していません</translation>
    </message>
    <message>
        <source>Every proxy sends to it</source>
        <translation>すべてのプロキシが送信しています</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>稼働時間</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>再起動</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>By</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0.1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>items per second</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 日 %2 時間</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 時間前</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 日前</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1 - %2</source>
        <extracomment>a span of time: from - to</extracomment>
        <translation>%1 - %2</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>バケット</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>アーム</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1、次に %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Layer bucket</source>
        <translation>レイヤーバケット</translation>
    </message>
    <message>
        <source>Hash input</source>
        <translation>ハッシュ入力</translation>
    </message>
    <message>
        <source>FNV-1a</source>
        <translation>FNV-1a</translation>
    </message>
    <message>
        <source>FNV-1a (32 bit) of the hash input</source>
        <translation>ハッシュ入力の FNV-1a(32 bit)</translation>
    </message>
    <message>
        <source>FNV-1a again</source>
        <translation>再 FNV-1a</translation>
    </message>
    <message>
        <source>FNV-1a of the digits before; modulo 10,000 it is the bucket</source>
        <translation>直前の数字列の FNV-1a。10,000 で割った余りがバケットです</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>Endpoint after</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>With the staged changes</source>
        <translation>未適用の変更を含む</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>カバレッジ</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>ユースケース</translation>
    </message>
    <message>
        <source>not routed</source>
        <translation>ルーティングなし</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>アーム</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健全性</translation>
    </message>
    <message>
        <source>ready, no traffic</source>
        <translation>準備完了、トラフィックなし</translation>
    </message>
    <message>
        <source>stage %1, which had none</source>
        <translation>ステージ %1 (以前はなし)</translation>
    </message>
    <message>
        <source>stage %1, before: version %2</source>
        <translation>ステージ %1、以前: バージョン %2</translation>
    </message>
    <message>
        <source>relaunches %1</source>
        <translation>%1 を再起動</translation>
    </message>
    <message numerus="yes">
        <source>%1 in stage %2, %n replica(s)</source>
        <translation>
            <numerusform>%1、ステージ %2、レプリカ %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 version %2, %n replica(s)</source>
        <translation>
            <numerusform>%1 バージョン %2、レプリカ %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>revision %1, default endpoint %2, %n experiment(s)</source>
        <translation>
            <numerusform>リビジョン %1、既定のエンドポイント %2、実験 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>カバレッジ %1</translation>
    </message>
    <message>
        <source>digest %1, not signed</source>
        <translation>ダイジェスト %1、署名なし</translation>
    </message>
    <message>
        <source>digest %1, signed by %2</source>
        <translation>ダイジェスト %1、署名者 %2</translation>
    </message>
    <message>
        <source>its log says why</source>
        <translation>原因はログにあります</translation>
    </message>
    <message>
        <source>No other replica serves</source>
        <translation>ほかに応答するレプリカはありません</translation>
    </message>
    <message numerus="yes">
        <source>to %n replica(s)</source>
        <translation>
            <numerusform>レプリカ %n 個へ</numerusform>
        </translation>
    </message>
    <message>
        <source>to version %1</source>
        <translation>バージョン %1 へ</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>Waits for a retry</source>
        <translation>再試行待ち</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Lost with its host</source>
        <translation>ホストとともに消失</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>メモリ不足</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Job %1 of %2</source>
        <translation>ジョブ %1 (%2)</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>送信日時</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>完了タスク</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公開済み</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>クラスター</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU 使用</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>メモリ使用</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>起動中</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>公開中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>キャンセル中</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>アイドル</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>メモリ不足</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>starts now</source>
        <translation>まもなく開始</translation>
    </message>
    <message>
        <source>the cluster or its environment is being made</source>
        <translation>クラスターまたは環境を作成中</translation>
    </message>
    <message>
        <source>the pause before the next attempt</source>
        <translation>次の試行までの待ち時間</translation>
    </message>
    <message>
        <source>the job&apos;s own limit of tasks at a time is reached</source>
        <translation>ジョブ自身の同時タスク数の上限に到達</translation>
    </message>
    <message>
        <source>the cluster&apos;s share of the machine is in use</source>
        <translation>このクラスターに割り当てられたマシンの分は使用中</translation>
    </message>
    <message>
        <source>no host is ready</source>
        <translation>準備完了のホストなし</translation>
    </message>
    <message>
        <source>too large for every host</source>
        <translation>どのホストにも大きすぎる</translation>
    </message>
    <message>
        <source>no CPU is free</source>
        <translation>空き CPU なし</translation>
    </message>
    <message>
        <source>no memory is free</source>
        <translation>空きメモリなし</translation>
    </message>
    <message>
        <source>a host is kept free for a larger task</source>
        <translation>より大きなタスクのためにホストを確保中</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) wait: %1</source>
        <extracomment>%1 is why they wait: &quot;no CPU is free&quot;</extracomment>
        <translation>
            <numerusform>%Ln 個のタスクが待機中: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>CPU %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPUs</source>
        <translation>CPU %1 個</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>このマシン</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>シミュレーション</translation>
    </message>
    <message>
        <source>From %1 to %2 over the runs; the first task starts after %3</source>
        <translation>各実行で %1 から %2、最初のタスクは %3 後に開始</translation>
    </message>
    <message>
        <source>%1 not finished</source>
        <translation>%1 が未完了</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 が失敗</translation>
    </message>
    <message>
        <source>Nothing faster and cheaper</source>
        <translation>より速く安いものなし</translation>
    </message>
    <message>
        <source>As listed</source>
        <translation>記載順</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>長い順</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>短い順</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>CPUs per task</source>
        <translation>タスクあたりの CPU</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>Price per host hour</source>
        <translation>ホスト時間単価</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>同時タスク数</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Rows trained on</source>
        <translation>学習行数</translation>
    </message>
    <message>
        <source>Rows tested on</source>
        <translation>テスト行数</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>パート数</translation>
    </message>
    <message>
        <source>Parts left out</source>
        <translation>除外パート数</translation>
    </message>
    <message>
        <source>A task asks for %1 and uses %2: ask for %3</source>
        <translation>タスクの要求は %1、使用は %2 です。%3 を要求してください</translation>
    </message>
    <message>
        <source>A task uses all of its %1: a run with more may be faster</source>
        <translation>タスクは %1 をすべて使っています。増やすと速くなる可能性があります</translation>
    </message>
    <message>
        <source>A task asks for no memory and uses up to %1: ask for %2</source>
        <translation>タスクはメモリを要求せず、最大 %1 を使っています。%2 を要求してください</translation>
    </message>
    <message>
        <source>A task asks for %1 and uses at most %2: ask for %3</source>
        <translation>タスクの要求は %1、使用は最大 %2 です。%3 を要求してください</translation>
    </message>
    <message>
        <source>%1, model of all zones</source>
        <extracomment>%1 is a metric of a zone&apos;s part; here that of the model of all zones, on the same rows</extracomment>
        <translation>%1(全ゾーンのモデル)</translation>
    </message>
</context>
<context>
    <name>aerie::models::ProfileStore</name>
    <message>
        <source>Local simulation</source>
        <translation>ローカルシミュレーション</translation>
    </message>
    <message>
        <source>There is a context named &quot;%1&quot; already; choose another name.</source>
        <translation>コンテキスト「%1」は既にあります。別の名前を選んでください。</translation>
    </message>
</context>
<context>
    <name>aerie::models::TrainingTaskModel</name>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>CPUs used</source>
        <translation>使用 CPU</translation>
    </message>
    <message>
        <source>Memory peak</source>
        <translation>メモリピーク</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>前回の実行</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>cores that were used of those that were asked for</extracomment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>aerie::pages</name>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>オレンジ</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>ピンク</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>空色</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>さび色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>検査中</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Ready to register</source>
        <translation>登録可能</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>未登録</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>マニフェスト</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>ダイジェスト</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>aerie::pages::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>監査</translation>
    </message>
    <message>
        <source>Load Older</source>
        <translation>以前を読み込む</translation>
    </message>
    <message>
        <source>Ask for four times as many entries</source>
        <translation>4 倍の件数を要求します</translation>
    </message>
    <message>
        <source>Export CSV...</source>
        <translation>CSV にエクスポート...</translation>
    </message>
    <message>
        <source>Write the entries that are shown to a file</source>
        <translation>表示中のエントリをファイルに書き出します</translation>
    </message>
    <message>
        <source>Whose entries are shown</source>
        <translation>エントリを表示する実行者</translation>
    </message>
    <message>
        <source>Which kind of action is shown</source>
        <translation>表示する操作の種類</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>監査エントリ</translation>
    </message>
    <message>
        <source>Search entries</source>
        <translation>エントリを検索</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>変更はまだありません</translation>
    </message>
    <message>
        <source>Every change is recorded here, with who made it.</source>
        <translation>すべての変更が、実行者とともにここに記録されます。</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>エントリ</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>エントリ</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <source>Hash (SHA-256 over this entry and the hash before)</source>
        <translation>ハッシュ(このエントリと直前のハッシュの SHA-256)</translation>
    </message>
    <message>
        <source>All actors</source>
        <translation>すべての実行者</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>すべての操作</translation>
    </message>
    <message>
        <source>Each entry&apos;s hash covers the hash of the entry before: a changed, removed or inserted entry would show. Checked here over the loaded entries.</source>
        <translation>各エントリのハッシュは直前のエントリのハッシュを含むため、変更・削除・挿入されたエントリは検出されます。ここでは読み込み済みのエントリを検査しています。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>変更 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>All entries are loaded</source>
        <translation>すべてのエントリを読み込み済みです</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>エクスポートするものがありません</translation>
    </message>
    <message>
        <source>The audit log could not be read</source>
        <translation>監査ログを読み込めませんでした</translation>
    </message>
    <message>
        <source>Choose an entry to see all of it.</source>
        <translation>エントリを選ぶと全体が表示されます。</translation>
    </message>
    <message>
        <source>(no detail)</source>
        <translation>(詳細なし)</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>監査ログのエクスポート</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>カンマ区切り値 (*.csv)</translation>
    </message>
    <message>
        <source>The audit log was not exported</source>
        <translation>監査ログはエクスポートされませんでした</translation>
    </message>
    <message>
        <source>%1: %2. Choose another place.</source>
        <translation>%1: %2。別の場所を選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln entries to %1</source>
        <translation>
            <numerusform>%Ln 件のエントリを %1 にエクスポートしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
</context>
<context>
    <name>aerie::pages::BuildDialog</name>
    <message>
        <source>Build a bundle from %1</source>
        <translation>%1 からバンドルをビルド</translation>
    </message>
    <message>
        <source>Takes the model, the self-test and the statistics as they are, and puts the edited configs beside them. The model is not run here: if the configs change what it gets, its self-test fails when the first worker loads it, and nothing is served.</source>
        <translation>モデル、セルフテスト、統計をそのまま使い、編集した設定を添えます。ここではモデルを実行しません。設定によってモデルの入力が変わると、最初のワーカーが読み込むときにセルフテストが失敗し、何も提供されません。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Numbered by the registry</source>
        <translation>レジストリが採番</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>署名鍵</translation>
    </message>
    <message>
        <source>Ed25519 private key (PEM)</source>
        <translation>Ed25519 秘密鍵 (PEM)</translation>
    </message>
    <message>
        <source>Bundle file</source>
        <translation>バンドルファイル</translation>
    </message>
    <message>
        <source>Check it for registration afterwards</source>
        <translation>その後に登録用の検査を行う</translation>
    </message>
    <message>
        <source>Build bundle</source>
        <translation>バンドルをビルド</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>選択...</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 を選択</translation>
    </message>
</context>
<context>
    <name>aerie::pages::Builder</name>
    <message>
        <source>Items</source>
        <translation>アイテム</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>アーム</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>エンドポイント</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>アウトカム</translation>
    </message>
    <message>
        <source>Not covered, to %1: %2</source>
        <translation>対象外、%1 へ: %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 から %2: %3</translation>
    </message>
    <message>
        <source>, intended %1</source>
        <translation>、目標 %1</translation>
    </message>
    <message>
        <source>, actual %1</source>
        <translation>、実績 %1</translation>
    </message>
    <message>
        <source>, failed %1</source>
        <translation>、失敗 %1</translation>
    </message>
    <message>
        <source>, none failed</source>
        <translation>、失敗なし</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>, not deployed</source>
        <translation>、未デプロイ</translation>
    </message>
    <message>
        <source>, v%1</source>
        <extracomment>version of a model, after a rate</extracomment>
        <translation>、v%1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::CompareDialog</name>
    <message>
        <source>Both versions</source>
        <translation>両バージョン</translation>
    </message>
    <message>
        <source>Compare versions of %1</source>
        <translation>%1 のバージョン比較</translation>
    </message>
    <message>
        <source>Version on the left</source>
        <translation>左のバージョン</translation>
    </message>
    <message>
        <source>Version on the right</source>
        <translation>右のバージョン</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>バージョン %1</translation>
    </message>
    <message>
        <source>Version %1 (%2)</source>
        <translation>バージョン %1 (%2)</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>左右を入れ替え</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>前の差分 (Shift+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>次の差分 (F8)</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation>特徴量の場所</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>前処理</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The versions were not loaded</source>
        <translation>バージョンを読み込めませんでした</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Loading both versions</source>
        <translation>両バージョンを読み込み中</translation>
    </message>
    <message>
        <source>%1 (same)</source>
        <translation>%1(同一)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>セルフテスト</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ConfigDialog</name>
    <message>
        <source>Configs of %1</source>
        <translation>%1 の設定</translation>
    </message>
    <message>
        <source>A version never changes. What you edit here is checked as you type, and becomes files or a new bundle with a new signature.</source>
        <translation>バージョンが変わることはありません。ここでの編集は入力中に検査され、ファイル、または新しい署名の新しいバンドルになります。</translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation>特徴量の場所</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>前処理</translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation>特徴量、ステップ、モデル入力のグラフ</translation>
    </message>
    <message>
        <source>No step can be read yet</source>
        <translation>まだステップを読み取れません</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Build Bundle...</source>
        <translation>バンドルをビルド...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Discard Edits</source>
        <translation>編集を破棄</translation>
    </message>
    <message>
        <source>Export Files...</source>
        <translation>ファイルをエクスポート...</translation>
    </message>
    <message>
        <source>Write features.yaml and preprocessor.yaml, for aeriectl model pack</source>
        <translation>aeriectl model pack 用に features.yaml と preprocessor.yaml を書き出します</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1、%2 行目: %3</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>検査中</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>問題 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation>
            <numerusform>特徴量 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>ステップ %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model input(s)</source>
        <translation>
            <numerusform>モデル入力 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to what the version has</source>
        <translation>バージョンの内容に戻します</translation>
    </message>
    <message>
        <source>Nothing is edited yet</source>
        <translation>まだ編集はありません</translation>
    </message>
    <message>
        <source>Sign a copy of the bundle with these configs</source>
        <translation>この設定でバンドルの複製に署名します</translation>
    </message>
    <message>
        <source>Export both configs to a folder</source>
        <translation>両方の設定をフォルダにエクスポートします</translation>
    </message>
    <message>
        <source>Close without your edits?</source>
        <translation>編集を残さずに閉じますか?</translation>
    </message>
    <message>
        <source>They are neither in a file nor in a bundle yet, unless you wrote one.</source>
        <translation>書き出していなければ、編集はまだファイルにもバンドルにもありません。</translation>
    </message>
    <message>
        <source>Close without edits</source>
        <translation>編集を残さず閉じる</translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeployDialog</name>
    <message>
        <source>Deploy a model version</source>
        <translation>モデルバージョンをデプロイ</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>デプロイ</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Version or stage</source>
        <translation>バージョンまたはステージ</translation>
    </message>
    <message>
        <source>Worker endpoint</source>
        <translation>ワーカーエンドポイント</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>レプリカ数</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>local (the control plane&apos;s machine)</source>
        <translation>ローカル(コントロールプレーンのマシン)</translation>
    </message>
    <message>
        <source>CPUs of a replica</source>
        <translation>レプリカの CPU 数</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>無制限</translation>
    </message>
    <message>
        <source>Whole CPUs: a fraction is rounded up</source>
        <translation>CPU は整数単位: 端数は切り上げ</translation>
    </message>
    <message>
        <source>Memory of a replica in MiB</source>
        <translation>レプリカのメモリ (MiB)</translation>
    </message>
    <message>
        <source>A replica that uses more is ended and started anew</source>
        <translation>超過したレプリカは終了され、新しく起動されます</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>ランタイム</translation>
    </message>
    <message>
        <source>Sidecar (own process)</source>
        <translation>サイドカー(独立プロセス)</translation>
    </message>
    <message>
        <source>Embedded (in the worker)</source>
        <translation>組み込み(ワーカー内)</translation>
    </message>
    <message>
        <source>OIP v2 server of yours</source>
        <translation>自前の OIP v2 サーバー</translation>
    </message>
    <message>
        <source>TensorFlow Serving of yours</source>
        <translation>自前の TensorFlow Serving</translation>
    </message>
    <message>
        <source>Rows of a worker request</source>
        <translation>ワーカーリクエストの行数</translation>
    </message>
    <message>
        <source>Default (128)</source>
        <translation>既定 (128)</translation>
    </message>
    <message>
        <source>Timeout in milliseconds</source>
        <translation>タイムアウト (ミリ秒)</translation>
    </message>
    <message>
        <source>Default (1000)</source>
        <translation>既定 (1000)</translation>
    </message>
    <message>
        <source>Ask a second replica after milliseconds</source>
        <translation>2 つ目のレプリカに問い合わせるまでのミリ秒</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>CPUs each</source>
        <translation>CPU/レプリカ</translation>
    </message>
    <message>
        <source>Memory each, MiB</source>
        <translation>メモリ/レプリカ, MiB</translation>
    </message>
    <message>
        <source>Rows per request</source>
        <translation>行数/リクエスト</translation>
    </message>
    <message>
        <source>Timeout, ms</source>
        <translation>タイムアウト, ms</translation>
    </message>
    <message>
        <source>Hedge after, ms</source>
        <translation>ヘッジまで, ms</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>作成されるもの</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>バージョン %1</translation>
    </message>
    <message>
        <source>Follow stage %1 (now version %2)</source>
        <translation>ステージ %1 に追従(現在バージョン %2)</translation>
    </message>
    <message numerus="yes">
        <source>Nothing yet. Look at %n field(s) first.</source>
        <translation>
            <numerusform>まだありません。先に %n 個の項目を確認してください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeploymentsPage</name>
    <message>
        <source>Deployments</source>
        <translation>デプロイ</translation>
    </message>
    <message>
        <source>Search deployments</source>
        <translation>デプロイを検索</translation>
    </message>
    <message>
        <source>Nothing is deployed</source>
        <translation>デプロイがありません</translation>
    </message>
    <message>
        <source>Deploy a registered model version to give it an endpoint.</source>
        <translation>登録済みのモデルバージョンをデプロイするとエンドポイントができます。</translation>
    </message>
    <message>
        <source>Deploy a version</source>
        <translation>バージョンをデプロイ</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>エンドポイント</translation>
    </message>
    <message>
        <source>Nothing can be deployed yet.</source>
        <translation>まだデプロイできるものがありません。</translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation>デプロイ...</translation>
    </message>
    <message>
        <source>Give a model version an endpoint</source>
        <translation>モデルバージョンにエンドポイントを与えます</translation>
    </message>
    <message>
        <source>Scale...</source>
        <translation>スケール...</translation>
    </message>
    <message>
        <source>Change the number of replicas</source>
        <translation>レプリカ数を変更します</translation>
    </message>
    <message>
        <source>Restart...</source>
        <translation>再起動...</translation>
    </message>
    <message>
        <source>Replace all replicas one by one</source>
        <translation>すべてのレプリカを 1 つずつ置き換えます</translation>
    </message>
    <message>
        <source>Roll Back...</source>
        <translation>ロールバック...</translation>
    </message>
    <message>
        <source>Serve the version before again</source>
        <translation>前のバージョンの提供に戻します</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>削除...</translation>
    </message>
    <message>
        <source>Drain and remove the endpoint</source>
        <translation>エンドポイントをドレインして削除します</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>レプリカ</translation>
    </message>
    <message>
        <source>Search replicas</source>
        <translation>レプリカを検索</translation>
    </message>
    <message>
        <source>No replica runs</source>
        <translation>稼働中のレプリカがありません</translation>
    </message>
    <message>
        <source>The control plane starts one as soon as it can.</source>
        <translation>コントロールプレーンが可能になり次第起動します。</translation>
    </message>
    <message>
        <source>Select an endpoint first</source>
        <translation>先にエンドポイントを選んでください</translation>
    </message>
    <message>
        <source>The model has no other version to go back to</source>
        <translation>モデルに戻せる他のバージョンがありません</translation>
    </message>
    <message>
        <source>Register a model version first</source>
        <translation>先にモデルバージョンを登録してください</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n endpoint(s) ready</source>
        <translation>
            <numerusform>エンドポイント %n 個中 %1 個が準備完了</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, nothing serves yet</source>
        <translation>%1、まだ何も提供していません</translation>
    </message>
    <message>
        <source>Serves %1@%2</source>
        <translation>%1@%2 を提供</translation>
    </message>
    <message>
        <source>follows stage %1</source>
        <translation>ステージ %1 に追従</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replica(s) ready</source>
        <translation>
            <numerusform>レプリカ %n 個中 %1 個が準備完了</numerusform>
        </translation>
    </message>
    <message>
        <source>before: version %1</source>
        <translation>以前: バージョン %1</translation>
    </message>
    <message>
        <source>last switch mixed versions for %1</source>
        <translation>前回の切り替えでバージョンが %1 混在</translation>
    </message>
    <message>
        <source>Began at %1</source>
        <translation>%1 に開始</translation>
    </message>
    <message>
        <source>Rollout of %1, took %2</source>
        <translation>%1 のロールアウト、所要 %2</translation>
    </message>
    <message>
        <source>Rollout under way for %1</source>
        <translation>ロールアウト進行中 (%1)</translation>
    </message>
    <message>
        <source>The rollout failed in step &quot;%1&quot;</source>
        <translation>ロールアウトがステップ「%1」で失敗しました</translation>
    </message>
    <message>
        <source>%1
Version %2 keeps serving.</source>
        <translation>%1
バージョン %2 が提供を続けます。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>スケール</translation>
    </message>
    <message>
        <source>Replicas of %1</source>
        <translation>%1 のレプリカ</translation>
    </message>
    <message numerus="yes">
        <source>Restart %n replica(s)?</source>
        <translation>
            <numerusform>%n 個のレプリカを再起動しますか?</numerusform>
        </translation>
    </message>
    <message>
        <source>New replicas take over before the old ones drain; no request is lost.</source>
        <translation>古いレプリカのドレイン前に新しいレプリカが引き継ぎます。リクエストは失われません。</translation>
    </message>
    <message>
        <source>Restart endpoint</source>
        <translation>エンドポイントを再起動</translation>
    </message>
    <message>
        <source>Delete endpoint %1?</source>
        <translation>エンドポイント %1 を削除しますか?</translation>
    </message>
    <message>
        <source>Delete endpoint</source>
        <translation>エンドポイントを削除</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n replica(s)</source>
        <translation>
            <numerusform>%1、レプリカ %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>They drain and stop. Nothing routes to this endpoint.</source>
        <translation>ドレインして停止します。このエンドポイントへのルーティングはありません。</translation>
    </message>
    <message>
        <source>These send items to it. Change their routing first, or the control plane will refuse.</source>
        <translation>上記がアイテムを送信しています。先にルーティングを変更しないと、コントロールプレーンが拒否します。</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>%1 を実行中</translation>
    </message>
    <message>
        <source>The rollout is tried again</source>
        <translation>ロールアウトを再試行しています</translation>
    </message>
    <message>
        <source>No version has become ready yet</source>
        <translation>準備完了のバージョンはまだありません</translation>
    </message>
    <message>
        <source>Replicas are missing</source>
        <translation>レプリカが不足しています</translation>
    </message>
    <message>
        <source>Replicas crashed and are started again</source>
        <translation>レプリカがクラッシュし、再起動しています</translation>
    </message>
    <message>
        <source>It is being deleted</source>
        <translation>削除中です</translation>
    </message>
    <message>
        <source>These send items to it; change their routing first: %1</source>
        <translation>次のものがアイテムを送信しています。先にルーティングを変更してください: %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentDialog</name>
    <message>
        <source>New Experiment</source>
        <translation>新規実験</translation>
    </message>
    <message>
        <source>Edit Experiment</source>
        <translation>実験を編集</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新規実験</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 を編集</translation>
    </message>
    <message>
        <source>It splits keys between arms. Traffic follows when it runs and a routing config names it.</source>
        <translation>キーをアーム間で分割します。実行中で、ルーティング設定に指定されるとトラフィックが流れます。</translation>
    </message>
    <message>
        <source>The change is staged with a preview of the keys that move; nothing is live before you apply it.</source>
        <translation>変更は、移動するキーのプレビュー付きで未適用の変更に加わります。適用するまで本番には反映されません。</translation>
    </message>
    <message>
        <source>Start at once</source>
        <translation>すぐに開始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Create experiment</source>
        <translation>実験を作成</translation>
    </message>
    <message>
        <source>Stage the change</source>
        <translation>未適用の変更に追加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Experiments of one layer never share a key</source>
        <translation>同じレイヤーの実験がキーを共有することはありません</translation>
    </message>
    <message>
        <source>a layer of its own</source>
        <translation>専用レイヤー</translation>
    </message>
    <message>
        <source>Share of the layer in percent</source>
        <translation>レイヤーに占める割合 (%)</translation>
    </message>
    <message>
        <source>The part of the layer&apos;s keys that it takes</source>
        <translation>レイヤーのキーのうち使用する割合</translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation>カバレッジ (%)</translation>
    </message>
    <message>
        <source>Share of its keys that take part; the others go to the default endpoint</source>
        <translation>参加するキーの割合。残りは既定のエンドポイントに送られます</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>名前を使用</translation>
    </message>
    <message>
        <source>Of the hash that chooses the arm; another seed shuffles the keys anew</source>
        <translation>アームを選ぶハッシュのシード。変えるとキーが新たに割り振られます</translation>
    </message>
    <message>
        <source>Share of the layer</source>
        <translation>レイヤー内の割合</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>カバレッジ</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>アーム</translation>
    </message>
    <message>
        <source>Equal shares</source>
        <translation>均等割り</translation>
    </message>
    <message>
        <source>Add arm</source>
        <translation>アームを追加</translation>
    </message>
    <message>
        <source>Name of arm %1</source>
        <translation>アーム %1 の名前</translation>
    </message>
    <message>
        <source>Share of arm %1 in percent</source>
        <translation>アーム %1 の割合 (%)</translation>
    </message>
    <message>
        <source>The others share the rest as they did</source>
        <translation>残りは他のアームが従来の比率で分け合います</translation>
    </message>
    <message>
        <source>Remove arm %1</source>
        <translation>アーム %1 を削除</translation>
    </message>
    <message>
        <source>%1 of this layer is free</source>
        <translation>このレイヤーの空き: %1</translation>
    </message>
    <message>
        <source>It assigns keys at once; traffic changes where a routing config names it.</source>
        <translation>すぐにキーを割り当てます。トラフィックはルーティング設定に指定された所で変わります。</translation>
    </message>
    <message>
        <source>As a draft it holds its share of the layer and assigns nothing.</source>
        <translation>下書きの間はレイヤー内の割合を確保するだけで、割り当ては行いません。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentsPage</name>
    <message>
        <source>Experiments</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>Next Ramp Step</source>
        <translation>次の拡大ステップ</translation>
    </message>
    <message>
        <source>Stage the next step of coverage: 5, 20, 50, 100 %</source>
        <translation>次のカバレッジ (5, 20, 50, 100 %) を未適用の変更に追加します</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>編集...</translation>
    </message>
    <message>
        <source>Other weights or another coverage, staged</source>
        <translation>重みやカバレッジの変更を未適用の変更に追加します</translation>
    </message>
    <message>
        <source>Stop...</source>
        <translation>停止...</translation>
    </message>
    <message>
        <source>End the experiment for good</source>
        <translation>実験を完全に終了します</translation>
    </message>
    <message>
        <source>Start...</source>
        <translation>開始...</translation>
    </message>
    <message>
        <source>Let it assign keys</source>
        <translation>キーの割り当てを始めます</translation>
    </message>
    <message>
        <source>New Experiment...</source>
        <translation>新規実験...</translation>
    </message>
    <message>
        <source>Arms, layer and coverage of a new experiment</source>
        <translation>新しい実験のアーム、レイヤー、カバレッジ</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>実験を検索</translation>
    </message>
    <message>
        <source>No experiment yet</source>
        <translation>実験はまだありません</translation>
    </message>
    <message>
        <source>An experiment splits traffic between the endpoints of a use case.</source>
        <translation>実験はユースケースのトラフィックをエンドポイント間で分割します。</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新規実験</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>アーム</translation>
    </message>
    <message>
        <source>Outcome metric</source>
        <translation>アウトカム指標</translation>
    </message>
    <message>
        <source>The outcome that the arms are compared by</source>
        <translation>アームの比較に使うアウトカム</translation>
    </message>
    <message>
        <source>Arms and their results</source>
        <translation>アームと結果</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>アーム</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>アイテム</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>アウトカム</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>段階拡大</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stage a coverage of %1</source>
        <translation>カバレッジ %1 を未適用の変更に追加</translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation>変更の処理中です</translation>
    </message>
    <message>
        <source>Compare two versions on live traffic: create an experiment, then name it in a routing config.</source>
        <translation>本番トラフィックで 2 つのバージョンを比較: 実験を作成し、ルーティング設定で指定します。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>not routed</source>
        <translation>ルーティングなし</translation>
    </message>
    <message>
        <source>use case %1</source>
        <translation>ユースケース %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>レイヤー %1</translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>カバレッジ %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>Whether the keys fell to the arms as the weights say; below p = 0.001 the results are not to be trusted. %1</source>
        <translation>キーが重みどおりにアームへ振り分けられたか。p = 0.001 未満では結果を信頼できません。%1</translation>
    </message>
    <message>
        <source>%1, not routed</source>
        <translation>%1、ルーティングなし</translation>
    </message>
    <message>
        <source>%1, served by %2</source>
        <translation>%1、%2 が提供</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed item(s)</source>
        <translation>
            <numerusform>失敗アイテム %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No outcome was reported yet</source>
        <translation>アウトカムはまだ報告されていません</translation>
    </message>
    <message>
        <source>%1 of %2 item(s)</source>
        <translation>アイテム %2 件中 %1 件</translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <translation>%1 [%2, %3]</translation>
    </message>
    <message>
        <source>%1, 95 % interval; p %2: %3</source>
        <translation>%1、95 % 区間、p %2: %3</translation>
    </message>
    <message>
        <source>the arms differ</source>
        <translation>アーム間に差あり</translation>
    </message>
    <message>
        <source>no difference is shown so far</source>
        <translation>今のところ差は認められない</translation>
    </message>
    <message>
        <source>no outcome yet</source>
        <translation>アウトカムなし</translation>
    </message>
    <message>
        <source>too few outcomes</source>
        <translation>アウトカム不足</translation>
    </message>
    <message>
        <source>Everything is covered already</source>
        <translation>既に全体が対象です</translation>
    </message>
    <message>
        <source>%1 of its keys take part now. A step is staged first; the map shows whom it moves.</source>
        <translation>現在 %1 のキーが参加しています。ステップはまず未適用の変更に加わり、どのキーが移動するかがマップに表示されます。</translation>
    </message>
    <message>
        <source>Start %1?</source>
        <translation>%1 を開始しますか?</translation>
    </message>
    <message>
        <source>Start experiment</source>
        <translation>実験を開始</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 を停止しますか?</translation>
    </message>
    <message>
        <source>Stop experiment</source>
        <translation>実験を停止</translation>
    </message>
    <message>
        <source>Intended / actual</source>
        <translation>目標 / 実績</translation>
    </message>
    <message>
        <source>p50 / p99</source>
        <translation>p50 / p99</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>まだなし</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Intended %1, actual %2</source>
        <translation>目標 %1、実績 %2</translation>
    </message>
    <message>
        <source>Of %1, over the last 15 minutes</source>
        <translation>%1 のうち、直近 15 分</translation>
    </message>
    <message>
        <source>the reference</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>%1 of the keys move</source>
        <translation>キーの %1 が移動</translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation>%1 が参加</translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation>%1 が離脱</translation>
    </message>
    <message>
        <source>Staged: coverage %1 to %2; %3.</source>
        <translation>未適用: カバレッジ %1 → %2、%3。</translation>
    </message>
    <message>
        <source>nobody moves</source>
        <translation>移動なし</translation>
    </message>
    <message>
        <source>Difference over time</source>
        <translation>差の推移</translation>
    </message>
    <message>
        <source>It begins with the first outcomes of both arms.</source>
        <translation>両アームの最初のアウトカムから始まります。</translation>
    </message>
    <message>
        <source>%1, to the first arm, 95 % interval</source>
        <translation>%1、最初のアームとの差、95 % 区間</translation>
    </message>
    <message>
        <source>Against the first arm</source>
        <translation>最初のアームとの差</translation>
    </message>
</context>
<context>
    <name>aerie::pages::FaultRow</name>
    <message>
        <source>Strike</source>
        <translation>発生</translation>
    </message>
    <message>
        <source>Strike: %1</source>
        <translation>発生: %1</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>%1 を見る</translation>
    </message>
    <message>
        <source>See the effect of &quot;%1&quot; on %2</source>
        <translation>「%1」の影響を %2 で見る</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time: what was seen</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>%1 から</translation>
    </message>
</context>
<context>
    <name>aerie::pages::HostsPage</name>
    <message>
        <source>Hosts</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Host that is shown</source>
        <translation>表示するホスト</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Ask for the hosts now</source>
        <translation>ホスト情報を今すぐ取得します</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU 使用</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>メモリ使用</translation>
    </message>
    <message>
        <source>Disk used</source>
        <translation>ディスク使用</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>負荷</translation>
    </message>
    <message>
        <source>Processes of Aerie</source>
        <translation>Aerie のプロセス</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Search processes</source>
        <translation>プロセスを検索</translation>
    </message>
    <message>
        <source>No process of Aerie runs here</source>
        <translation>ここで動作中の Aerie プロセスはありません</translation>
    </message>
    <message>
        <source>Workers appear when something is deployed to this host.</source>
        <translation>このホストに何かをデプロイするとワーカーが表示されます。</translation>
    </message>
    <message>
        <source>The hosts could not be read</source>
        <translation>ホストを読み込めませんでした</translation>
    </message>
    <message numerus="yes">
        <source>of %n core(s)</source>
        <translation>
            <numerusform>/ %n コア</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>runnable, mean of a minute</source>
        <translation>実行可能数、1 分平均</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs %n program(s) of Aerie</source>
        <translation>
            <numerusform>%1 では Aerie のプログラムが %n 個動作中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::InspectorPanel</name>
    <message>
        <source>Keys to inspect</source>
        <translation>調べるキー</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>CSV でコピー</translation>
    </message>
    <message>
        <source>All steps of all keys, with a header line</source>
        <translation>全キーの全ステップ(ヘッダー行付き)</translation>
    </message>
    <message>
        <source>Inspected keys</source>
        <translation>調べたキー</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>キーを検索</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>キーはまだありません</translation>
    </message>
    <message>
        <source>Type or paste keys on the left: one in each line.</source>
        <translation>左側にキーを入力または貼り付け: 1 行に 1 つ。</translation>
    </message>
    <message>
        <source>f1
f2</source>
        <translation>f1
f2</translation>
    </message>
    <message>
        <source>Layer %1: bucket %2</source>
        <translation>レイヤー %1: バケット %2</translation>
    </message>
    <message>
        <source>fnv1a(&quot;%1&quot;) = %2, fnv1a of that = %3, mod 10,000 = bucket %4; layer bucket %5</source>
        <extracomment>the steps of the hash: %1 what is hashed, %2 and %3 numbers, %4 and %5 buckets</extracomment>
        <translation>fnv1a(&quot;%1&quot;) = %2、その fnv1a = %3、mod 10,000 = バケット %4、レイヤーバケット %5</translation>
    </message>
</context>
<context>
    <name>aerie::pages::KeyEditor</name>
    <message>
        <source>changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation>コマンドまたはキーを検索</translation>
    </message>
    <message>
        <source>No command</source>
        <translation>コマンドなし</translation>
    </message>
    <message>
        <source>Choose a command</source>
        <translation>コマンドを選択</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>New keys: press them</source>
        <translation>新しいキー: 押してください</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべてリセット</translation>
    </message>
    <message>
        <source>%1 runs &quot;%2&quot; already: choose other keys, or take them from that command first.</source>
        <translation>%1 は既に「%2」に割り当て済みです。別のキーを選ぶか、先にそのコマンドから外してください。</translation>
    </message>
    <message>
        <source>every page</source>
        <translation>すべてのページ</translation>
    </message>
</context>
<context>
    <name>aerie::pages::MonitoringPage</name>
    <message>
        <source>Monitoring</source>
        <translation>モニタリング</translation>
    </message>
    <message>
        <source>Pause or Go Live</source>
        <translation>一時停止/ライブ</translation>
    </message>
    <message>
        <source>Hold the charts still, or follow the clock again</source>
        <translation>グラフを止める、または再び現在時刻に追従します</translation>
    </message>
    <message>
        <source>Show All Endpoints</source>
        <translation>全エンドポイント表示</translation>
    </message>
    <message>
        <source>Clear the filters of the charts</source>
        <translation>グラフのフィルターをクリアします</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>ユースケース</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>エンドポイント</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>レプリカ</translation>
    </message>
    <message>
        <source>What a line stands for</source>
        <translation>線が表すもの</translation>
    </message>
    <message>
        <source>One line per endpoint</source>
        <translation>エンドポイントごとに 1 本</translation>
    </message>
    <message>
        <source>One line per replica</source>
        <translation>レプリカごとに 1 本</translation>
    </message>
    <message>
        <source>All in one line</source>
        <translation>全体で 1 本</translation>
    </message>
    <message>
        <source>Shown lines</source>
        <translation>表示中の線</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 を保存しました</translation>
    </message>
    <message>
        <source>Scores by arm</source>
        <translation>アーム別スコア</translation>
    </message>
    <message>
        <source>All use cases</source>
        <translation>全ユースケース</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>全エンドポイント</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>全レプリカ</translation>
    </message>
    <message>
        <source>Choose an endpoint first</source>
        <translation>先にエンドポイントを選んでください</translation>
    </message>
    <message numerus="yes">
        <source>%n more; choose one to see it</source>
        <translation>
            <numerusform>他 %n 件。選ぶと表示されます</numerusform>
        </translation>
    </message>
    <message>
        <source>No scores in this time</source>
        <translation>この期間のスコアはありません</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>The history is on its way.</source>
        <translation>履歴を取得しています。</translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation>履歴を取得できませんでした</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation>まだ測定値がありません</translation>
    </message>
    <message>
        <source>The control plane measures its proxies and workers every few seconds. Deploy a version and send it traffic.</source>
        <translation>コントロールプレーンは数秒ごとにプロキシとワーカーを測定します。バージョンをデプロイし、トラフィックを送ってください。</translation>
    </message>
    <message>
        <source>Go to deployments</source>
        <translation>デプロイへ</translation>
    </message>
    <message>
        <source>Nothing of this was measured in this time</source>
        <translation>この期間には測定値がありません</translation>
    </message>
    <message>
        <source>Other endpoints, or another time, may have data.</source>
        <translation>他のエンドポイントや期間にはデータがあるかもしれません。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>フィルターをクリア</translation>
    </message>
</context>
<context>
    <name>aerie::pages::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Put the cursor into the list of alerts</source>
        <translation>アラート一覧にカーソルを置きます</translation>
    </message>
    <message>
        <source>Go to the Topology</source>
        <translation>トポロジーへ移動</translation>
    </message>
    <message>
        <source>Walk over it with the arrow keys; Enter opens what is chosen</source>
        <translation>矢印キーで移動し、Enter で選択項目を開きます</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>アイテム</translation>
    </message>
    <message>
        <source>Items answered per second; opens Monitoring</source>
        <translation>毎秒の応答アイテム数。モニタリングを開きます</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>レイテンシ p99</translation>
    </message>
    <message>
        <source>99 of 100 requests are answered faster; of the slowest use case. Opens Monitoring</source>
        <translation>100 件中 99 件のリクエストがこれより速く応答(最も遅いユースケース)。モニタリングを開きます</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>失敗アイテム</translation>
    </message>
    <message>
        <source>Share of the last seconds; opens Monitoring</source>
        <translation>直近数秒間の割合。モニタリングを開きます</translation>
    </message>
    <message>
        <source>Workers ready</source>
        <translation>ワーカー準備完了</translation>
    </message>
    <message>
        <source>Ready replicas of those wanted; opens Deployments</source>
        <translation>必要数に対する準備完了レプリカ。デプロイを開きます</translation>
    </message>
    <message>
        <source>Alerts and unhealthy parts; goes to the list</source>
        <translation>アラートと異常な部分。一覧へ移動します</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>トポロジー</translation>
    </message>
    <message>
        <source>width: items per second, colour and sign: health</source>
        <translation>太さ: 毎秒アイテム数、色と記号: 健全性</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>最近の変更</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>変更はまだありません</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>The first state of the system is on its way.</source>
        <translation>システムの最初の状態を取得しています。</translation>
    </message>
    <message>
        <source>Nothing is here yet</source>
        <translation>まだ何もありません</translation>
    </message>
    <message>
        <source>Register a model, deploy one of its versions, and route a use case to it: then this page shows how they are.</source>
        <translation>モデルを登録し、バージョンをデプロイし、ユースケースをルーティングすると、このページに状態が表示されます。</translation>
    </message>
    <message>
        <source>Go to the registry</source>
        <translation>レジストリへ</translation>
    </message>
    <message>
        <source>Alerts and history are not up to date</source>
        <translation>アラートと履歴が最新ではありません</translation>
    </message>
    <message>
        <source>steady over 15 min</source>
        <translation>15 分間安定</translation>
    </message>
    <message>
        <source>%1 % in 15 min</source>
        <translation>15 分で %1 %</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>アプリケーション</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>エンドポイント</translation>
    </message>
    <message>
        <source>Feature store</source>
        <translation>特徴量ストア</translation>
    </message>
    <message>
        <source>Go to Alerts</source>
        <translation>アラートへ移動</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>アラート</translation>
    </message>
    <message>
        <source>Alerts, by urgency</source>
        <translation>アラート(緊急度順)</translation>
    </message>
    <message>
        <source>No alert</source>
        <translation>アラートなし</translation>
    </message>
    <message>
        <source>Nothing fires and every part is healthy.</source>
        <translation>発生中のアラートはなく、すべて正常です。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ProfileDialog</name>
    <message>
        <source>Add a control plane</source>
        <translation>コントロールプレーンを追加</translation>
    </message>
    <message>
        <source>Edit &quot;%1&quot;</source>
        <translation>「%1」を編集</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Berlin production</source>
        <translation>Berlin 本番</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>ml.example.org:7700 or unix:/path</source>
        <translation>ml.example.org:7700 または unix:/path</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Local or test</source>
        <translation>ローカル/テスト</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>ステージング</translation>
    </message>
    <message>
        <source>Production: asks before every change</source>
        <translation>本番: 変更のたびに確認</translation>
    </message>
    <message>
        <source>Colour of the strip</source>
        <translation>帯の色</translation>
    </message>
    <message>
        <source>That of its kind</source>
        <translation>種類の色</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Authority (CA)</source>
        <translation>認証局 (CA)</translation>
    </message>
    <message>
        <source>PEM file; needed for other machines</source>
        <translation>PEM ファイル。他のマシンに必要</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>自分の証明書</translation>
    </message>
    <message>
        <source>PEM file; for mutual TLS</source>
        <translation>PEM ファイル。相互 TLS 用</translation>
    </message>
    <message>
        <source>Own key</source>
        <translation>自分の鍵</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>PEM ファイル</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>トークンファイル</translation>
    </message>
    <message>
        <source>one line, readable by you only (0600)</source>
        <translation>1 行、自分だけが読み取り可能 (0600)</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>接続テスト</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>選択...</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <extracomment>%1 is what the file holds, such as &quot;Own key&quot;</extracomment>
        <translation>ファイルを選択: %1</translation>
    </message>
    <message>
        <source>Training daemon</source>
        <translation>学習デーモン</translation>
    </message>
    <message>
        <source>As the control plane says</source>
        <translation>コントロールプレーンの指定どおり</translation>
    </message>
    <message>
        <source>host:port or unix:/path; only where it is reached another way than the control plane says</source>
        <translation>host:port または unix:/path。コントロールプレーンの指定と異なる経路で接続する場合のみ</translation>
    </message>
</context>
<context>
    <name>aerie::pages::PromoteDialog</name>
    <message>
        <source>Promote</source>
        <translation>昇格</translation>
    </message>
    <message>
        <source>Promote %1@%2</source>
        <translation>%1@%2 を昇格</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>ステージ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>It is %1 already.</source>
        <translation>既に %1 です。</translation>
    </message>
    <message>
        <source>%1 moves from version %2 to version %3.</source>
        <translation>%1 がバージョン %2 からバージョン %3 に移ります。</translation>
    </message>
    <message>
        <source>No deployment follows this stage, so nothing is relaunched.</source>
        <translation>このステージに追従するデプロイがないため、再起動はありません。</translation>
    </message>
    <message>
        <source>Relaunched without losing a request: %1.</source>
        <translation>リクエストを失わずに再起動: %1。</translation>
    </message>
    <message>
        <source>Promote to %1</source>
        <translation>%1 に昇格</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegisterDialog</name>
    <message>
        <source>Register bundles</source>
        <translation>バンドルを登録</translation>
    </message>
    <message>
        <source>Every file is checked here before it is sent. The registry checks it again, and that it trusts the signer.</source>
        <translation>各ファイルは送信前にここで検査されます。レジストリは再度検査し、署名者を信頼できるかも確認します。</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>バンドル</translation>
    </message>
    <message>
        <source>Drop .aerie files here, or add them with the button below.</source>
        <translation>.aerie ファイルをここにドロップするか、下のボタンで追加してください。</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Add Files...</source>
        <translation>ファイルを追加...</translation>
    </message>
    <message>
        <source>Drop to check</source>
        <translation>ドロップして検査</translation>
    </message>
    <message>
        <source>Add bundles</source>
        <translation>バンドルを追加</translation>
    </message>
    <message>
        <source>Aerie bundles (*.aerie);;All files (*)</source>
        <translation>Aerie バンドル (*.aerie);;すべてのファイル (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n being checked</source>
        <translation>
            <numerusform>検査中 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>送信中 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem</source>
        <translation>
            <numerusform>問題あり %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n bundle(s)</source>
        <translation>
            <numerusform>%n 個のバンドルを登録</numerusform>
        </translation>
    </message>
    <message>
        <source>Send what has passed its checks (Return)</source>
        <translation>検査に合格したものを送信します (Return)</translation>
    </message>
    <message>
        <source>No file has passed its checks</source>
        <translation>検査に合格したファイルがありません</translation>
    </message>
    <message>
        <source>What is being sent goes on (Esc)</source>
        <translation>送信中のものは続行されます (Esc)</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistrationRow</name>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>検査中</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到達</translation>
    </message>
    <message>
        <source>Take the file out of the list</source>
        <translation>ファイルを一覧から外します</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>アップロード</translation>
    </message>
    <message>
        <source>%1, numbered by the registry</source>
        <translation>%1、レジストリが採番</translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation>%1 が署名</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>noun: the file</comment>
        <translation>アーカイブ</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistryPage</name>
    <message>
        <source>Registry</source>
        <translation>レジストリ</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 をコピーしました</translation>
    </message>
    <message>
        <source>Drop to check and register</source>
        <translation>ドロップして検査・登録</translation>
    </message>
    <message>
        <source>Register...</source>
        <translation>登録...</translation>
    </message>
    <message>
        <source>Upload a bundle as a new model version</source>
        <translation>バンドルを新しいモデルバージョンとしてアップロードします</translation>
    </message>
    <message>
        <source>Promote...</source>
        <translation>昇格...</translation>
    </message>
    <message>
        <source>Move a stage to the selected version</source>
        <translation>ステージを選択したバージョンに移します</translation>
    </message>
    <message>
        <source>Compare...</source>
        <translation>比較...</translation>
    </message>
    <message>
        <source>Two versions side by side: metrics, self-test, configs</source>
        <translation>2 つのバージョンを並べて表示: 指標、セルフテスト、設定</translation>
    </message>
    <message>
        <source>Edit Configs...</source>
        <translation>設定を編集...</translation>
    </message>
    <message>
        <source>Feature locations and preprocessing, with their graph</source>
        <translation>特徴量の場所と前処理、およびそのグラフ</translation>
    </message>
    <message>
        <source>Copy Digest</source>
        <translation>ダイジェストをコピー</translation>
    </message>
    <message>
        <source>Put the digest of the selected version on the clipboard</source>
        <translation>選択したバージョンのダイジェストをクリップボードに入れます</translation>
    </message>
    <message>
        <source>Download...</source>
        <translation>ダウンロード...</translation>
    </message>
    <message>
        <source>Save the selected version&apos;s bundle</source>
        <translation>選択したバージョンのバンドルを保存します</translation>
    </message>
    <message>
        <source>Archive...</source>
        <translation>アーカイブ...</translation>
    </message>
    <message>
        <source>Take the selected version out of use, or back</source>
        <translation>選択したバージョンの使用を終了、または復元します</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>モデルを検索</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>モデルはまだありません</translation>
    </message>
    <message>
        <source>Register a bundle: drop a .aerie file here or choose one.</source>
        <translation>バンドルを登録: .aerie ファイルをここにドロップするか、選択してください。</translation>
    </message>
    <message>
        <source>Register a bundle</source>
        <translation>バンドルを登録</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Search versions</source>
        <translation>バージョンを検索</translation>
    </message>
    <message>
        <source>No version</source>
        <translation>バージョンなし</translation>
    </message>
    <message>
        <source>Choose a model on the left.</source>
        <translation>左側でモデルを選んでください。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>モデル %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>バージョン %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a version first</source>
        <translation>先にバージョンを選んでください</translation>
    </message>
    <message>
        <source>An archived version cannot be promoted; restore it first</source>
        <translation>アーカイブ済みのバージョンは昇格できません。先に復元してください</translation>
    </message>
    <message>
        <source>The configs are being loaded</source>
        <translation>設定を読み込み中です</translation>
    </message>
    <message>
        <source>The model has one version only</source>
        <translation>モデルにはバージョンが 1 つしかありません</translation>
    </message>
    <message>
        <source>Select a model first</source>
        <translation>先にモデルを選んでください</translation>
    </message>
    <message>
        <source>A version that holds a stage cannot be archived; promote another one first</source>
        <translation>ステージを持つバージョンはアーカイブできません。先に別のバージョンを昇格してください</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Aerie bundles (*%1)</source>
        <translation>Aerie バンドル (*%1)</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>まだ接続していません</translation>
    </message>
    <message>
        <source>Digest of %1 copied</source>
        <translation>%1 のダイジェストをコピーしました</translation>
    </message>
    <message>
        <source>Archive this version?</source>
        <translation>このバージョンをアーカイブしますか?</translation>
    </message>
    <message>
        <source>It cannot be deployed or promoted any more. It stays in the registry and can be restored.</source>
        <translation>デプロイも昇格もできなくなります。レジストリには残り、復元できます。</translation>
    </message>
    <message>
        <source>Archive version</source>
        <translation>バージョンをアーカイブ</translation>
    </message>
    <message>
        <source>Save bundle</source>
        <translation>バンドルを保存</translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation>デプロイ...</translation>
    </message>
    <message>
        <source>Give the selected version an endpoint</source>
        <translation>選択したバージョンにエンドポイントを与えます</translation>
    </message>
    <message>
        <source>More actions of the version</source>
        <translation>バージョンのその他の操作</translation>
    </message>
    <message>
        <source>An archived version cannot be deployed; restore it first</source>
        <translation>アーカイブ済みのバージョンはデプロイできません。先に復元してください</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RollbackDialog</name>
    <message>
        <source>Roll back %1</source>
        <translation>%1 をロールバック</translation>
    </message>
    <message>
        <source>Version to go back to</source>
        <translation>戻す先のバージョン</translation>
    </message>
    <message>
        <source>Go back to</source>
        <translation>戻す先</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>ロールバック</translation>
    </message>
    <message>
        <source>Version %1 serves.</source>
        <translation>バージョン %1 が提供中です。</translation>
    </message>
    <message>
        <source>Version %1 starts, takes the traffic when it is ready, and version %2 drains. No request is lost.</source>
        <translation>バージョン %1 が起動し、準備ができるとトラフィックを引き継ぎ、バージョン %2 はドレインします。リクエストは失われません。</translation>
    </message>
    <message>
        <source>The stage %1 moves to version %2, too, and every deployment that follows it.</source>
        <translation>ステージ %1 もバージョン %2 に移り、追従するすべてのデプロイも移ります。</translation>
    </message>
    <message>
        <source>Served with it: %1.</source>
        <translation>一緒に提供: %1。</translation>
    </message>
    <message>
        <source>Roll back to version %1</source>
        <translation>バージョン %1 にロールバック</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RouteDialog</name>
    <message>
        <source>Route a Use Case</source>
        <translation>ユースケースをルーティング</translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation>ユースケースをルーティング</translation>
    </message>
    <message>
        <source>Applications ask for the use case by its name. All of its items go to this endpoint until you add experiments.</source>
        <translation>アプリケーションはユースケースを名前で呼び出します。実験を追加するまで、すべてのアイテムがこのエンドポイントに送られます。</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>ユースケース</translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation>既定のエンドポイント</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Route use case</source>
        <translation>ルーティング</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingConfigForm</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation>既定のエンドポイント</translation>
    </message>
    <message>
        <source>Serves the items that no experiment takes</source>
        <translation>実験の対象にならないアイテムを処理します</translation>
    </message>
    <message>
        <source>When a worker fails</source>
        <translation>ワーカー障害時</translation>
    </message>
    <message>
        <source>fail its rows</source>
        <translation>その行を失敗にする</translation>
    </message>
    <message>
        <source>An item goes to the first experiment that takes it</source>
        <translation>アイテムは、対象とする最初の実験に送られます</translation>
    </message>
    <message>
        <source>Splitting key of %1</source>
        <translation>%1 の分割キー</translation>
    </message>
    <message>
        <source>The column whose value is hashed</source>
        <translation>値をハッシュする列</translation>
    </message>
    <message>
        <source>Splitting key</source>
        <translation>分割キー</translation>
    </message>
    <message>
        <source>Endpoint of arm %1 of %2</source>
        <translation>%2 のアーム %1 のエンドポイント</translation>
    </message>
    <message>
        <source>Shadow endpoint</source>
        <translation>シャドウエンドポイント</translation>
    </message>
    <message>
        <source>Sample in percent</source>
        <translation>サンプル (%)</translation>
    </message>
    <message>
        <source>Share of the requests that are copied to it; its answers are thrown away</source>
        <translation>複製して送るリクエストの割合。その応答は破棄されます</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>the shadow</source>
        <translation>シャドウ</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>シャドウ</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Experiment to add</source>
        <translation>追加する実験</translation>
    </message>
    <message>
        <source>Add experiment</source>
        <translation>実験を追加</translation>
    </message>
    <message>
        <source>Route the chosen experiment; all its arms begin at the default endpoint</source>
        <translation>選んだ実験をルーティングします。全アームは既定のエンドポイントから始まります</translation>
    </message>
    <message>
        <source>Every experiment is routed here already; create one on the Experiments page</source>
        <translation>すべての実験が既にルーティング済みです。実験ページで作成してください</translation>
    </message>
    <message>
        <source>Add shadow</source>
        <translation>シャドウを追加</translation>
    </message>
    <message>
        <source>Copy a share of the requests to another endpoint, without using its answers</source>
        <translation>リクエストの一部を別のエンドポイントに複製します。その応答は使いません</translation>
    </message>
    <message>
        <source>use the default endpoint</source>
        <translation>既定のエンドポイントを使う</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingPage</name>
    <message>
        <source>Routing</source>
        <translation>ルーティング</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) copied as CSV.</source>
        <translation>
            <numerusform>%n 個のキーを CSV でコピーしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage This Revision</source>
        <translation>このリビジョンを追加</translation>
    </message>
    <message>
        <source>Stage the config of the chosen revision; it becomes live when you apply it</source>
        <translation>選んだリビジョンの設定を未適用の変更に追加します。適用すると有効になります</translation>
    </message>
    <message>
        <source>Inspect Keys</source>
        <translation>キーを調べる</translation>
    </message>
    <message>
        <source>Type or paste keys to see where they go and why</source>
        <translation>キーを入力または貼り付けて、行き先と理由を確認します</translation>
    </message>
    <message>
        <source>Edit the Config</source>
        <translation>設定を編集</translation>
    </message>
    <message>
        <source>Default endpoint, arms, shadows, worker failure</source>
        <translation>既定のエンドポイント、アーム、シャドウ、ワーカー障害</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>ユースケース</translation>
    </message>
    <message>
        <source>The use case that is shown</source>
        <translation>表示するユースケース</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>アイテム</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>レイテンシ p99</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>Items that no experiment took; they go to the default endpoint</source>
        <translation>どの実験の対象にもならず、既定のエンドポイントに送られるアイテム</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>失敗アイテム</translation>
    </message>
    <message>
        <source>Live flow</source>
        <translation>ライブフロー</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>Shares of the arms</source>
        <translation>アームの割合</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>アーム</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>エンドポイント</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Intended</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>実績</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>履歴を検索</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>履歴なし</translation>
    </message>
    <message>
        <source>Applied configs are listed here.</source>
        <translation>適用された設定がここに表示されます。</translation>
    </message>
    <message>
        <source>The config is being checked</source>
        <translation>設定を検査しています</translation>
    </message>
    <message>
        <source>The config is refused: %1</source>
        <translation>設定が拒否されました: %1</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>No use case is routed</source>
        <translation>ルーティング中のユースケースがありません</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>リクエスト %1/s</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>%1 without key</source>
        <translation>キーなし %1</translation>
    </message>
    <message>
        <source>default</source>
        <translation>既定</translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation>実験なし</translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation>履歴を取得できませんでした</translation>
    </message>
    <message>
        <source>This revision runs</source>
        <translation>このリビジョンが有効です</translation>
    </message>
    <message>
        <source>Choose a revision of the history</source>
        <translation>履歴のリビジョンを選んでください</translation>
    </message>
    <message>
        <source>Revision %1 is staged; nothing is live before you apply it.</source>
        <translation>リビジョン %1 を未適用の変更に追加しました。適用するまで反映されません。</translation>
    </message>
    <message>
        <source>Revision %1 is what runs; there is nothing to stage.</source>
        <translation>リビジョン %1 は現在有効なものです。追加する変更はありません。</translation>
    </message>
    <message>
        <source>Route a Use Case...</source>
        <translation>ユースケースをルーティング...</translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case that has no routing yet</source>
        <translation>まだルーティングのないユースケースのエンドポイントを指定します</translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case; experiments come later.</source>
        <translation>ユースケースを処理するエンドポイントを指定します。実験は後で追加できます。</translation>
    </message>
    <message>
        <source>Routing sends a use case&apos;s items to endpoints. Deploy a model first, on the Deployments page.</source>
        <translation>ルーティングはユースケースのアイテムをエンドポイントに送ります。先にデプロイページでモデルをデプロイしてください。</translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation>ユースケースをルーティング</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Every change counts at once</source>
        <translation>すべての変更は即座に反映されます</translation>
    </message>
    <message>
        <source>General</source>
        <translation>全般</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>コンテキスト</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに従う</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Reduce motion: nothing slides or spins</source>
        <translation>動きを減らす: スライドや回転をしない</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Ask before ordinary changes, such as a restart</source>
        <translation>再起動など通常の変更の前に確認する</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>What destroys something, and every change in production, is asked always.</source>
        <translation>何かを破棄する操作と本番でのすべての変更は、常に確認します。</translation>
    </message>
    <message>
        <source>Start the local simulation with the window</source>
        <translation>ウィンドウとともにローカルシミュレーションを開始</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>シミュレーション</translation>
    </message>
    <message>
        <source>Lines that the log keeps</source>
        <translation>ログに保持する行数</translation>
    </message>
    <message>
        <source>Lines in the log</source>
        <translation>ログの行数</translation>
    </message>
    <message>
        <source>What this desktop can show and control</source>
        <translation>このデスクトップで表示・制御できるもの</translation>
    </message>
    <message>
        <source>Add a control plane...</source>
        <translation>コントロールプレーンを追加...</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>編集...</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>削除...</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Tokens are read from files that only you can read, and are never shown or stored. Removing a context forgets how to reach it; nothing happens to the control plane.</source>
        <translation>トークンは本人だけが読めるファイルから読み取り、表示も保存もしません。コンテキストを削除すると接続方法を忘れるだけで、コントロールプレーンには何も起こりません。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2、%3</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation>%1(表示中)</translation>
    </message>
    <message>
        <source>Remove the context &quot;%1&quot;?</source>
        <translation>コンテキスト「%1」を削除しますか?</translation>
    </message>
    <message>
        <source>This desktop forgets how to reach it. Nothing happens to the control plane.</source>
        <translation>このデスクトップは接続方法を忘れます。コントロールプレーンには何も起こりません。</translation>
    </message>
    <message>
        <source>Remove context</source>
        <translation>コンテキストを削除</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SimulationPage</name>
    <message>
        <source>Simulator</source>
        <translation>シミュレーター</translation>
    </message>
    <message>
        <source>Stop Traffic</source>
        <translation>トラフィックを停止</translation>
    </message>
    <message>
        <source>Stop or start the simulation&apos;s requests</source>
        <translation>シミュレーションのリクエストを停止または開始します</translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation>送信リクエスト</translation>
    </message>
    <message>
        <source>Requests failed</source>
        <translation>失敗リクエスト</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>レイテンシ p99</translation>
    </message>
    <message>
        <source>Labels joined</source>
        <translation>結合ラベル</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>トラフィック</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>毎秒リクエスト数</translation>
    </message>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source>Speed of the world</source>
        <translation>世界の速度</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>実時間</translation>
    </message>
    <message>
        <source>1 hour per minute</source>
        <translation>1 分で 1 時間</translation>
    </message>
    <message>
        <source>6 hours per minute</source>
        <translation>1 分で 6 時間</translation>
    </message>
    <message>
        <source>1 day per minute</source>
        <translation>1 分で 1 日</translation>
    </message>
    <message>
        <source>3 days per minute</source>
        <translation>1 分で 3 日</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>シナリオ</translation>
    </message>
    <message>
        <source>What came true</source>
        <translation>実際の結果</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>アーム</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>遅延</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log loss</translation>
    </message>
    <message>
        <source>Flights land after they were predicted; each label is joined when it is known and reported as an outcome of the experiment.</source>
        <translation>フライトは予測の後に着陸します。各ラベルは判明した時点で結合され、実験のアウトカムとして報告されます。</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>Each is seen on another page</source>
        <translation>それぞれ別のページに現れます</translation>
    </message>
    <message>
        <source>No simulation runs</source>
        <translation>シミュレーションは動作していません</translation>
    </message>
    <message>
        <source>The local simulation runs real daemons on this machine with real flights of 2001. It takes a few seconds to start and touches nothing else.</source>
        <translation>ローカルシミュレーションは、2001 年の実際のフライトを使い、このマシンで本物のデーモンを動かします。開始には数秒かかり、他には何も影響しません。</translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation>ローカルシミュレーションを開始</translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation>ローカルシミュレーションを開始しています</translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation>ローカルシミュレーションを開始できませんでした</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>もう一度開始</translation>
    </message>
    <message>
        <source>This window shows %1</source>
        <translation>このウィンドウは %1 を表示しています</translation>
    </message>
    <message>
        <source>The simulator turns the local simulation only, which runs beside it.</source>
        <translation>シミュレーターが操作するのは、並行して動くローカルシミュレーションだけです。</translation>
    </message>
    <message>
        <source>Switch to the simulation</source>
        <translation>シミュレーションに切り替え</translation>
    </message>
    <message>
        <source>Asking the simulation</source>
        <translation>シミュレーションに問い合わせ中</translation>
    </message>
    <message>
        <source>The simulation does not answer.</source>
        <translation>シミュレーションが応答しません。</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>%1 を見る</translation>
    </message>
    <message>
        <source>Start the local simulation first</source>
        <translation>先にローカルシミュレーションを開始してください</translation>
    </message>
    <message>
        <source>Start Traffic</source>
        <translation>トラフィックを開始</translation>
    </message>
    <message>
        <source>%1 - traffic is stopped and the world stands still</source>
        <translation>%1 - トラフィックは停止し、世界は静止しています</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>合計 %1</translation>
    </message>
    <message>
        <source>%1 times real time</source>
        <translation>実時間の %1 倍</translation>
    </message>
    <message>
        <source>Now: %1 /s.</source>
        <translation>現在: %1 /s。</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>待ち %1</translation>
    </message>
    <message>
        <source>Sides of the simulator</source>
        <translation>シミュレーターの画面</translation>
    </message>
    <message>
        <source>Live simulation</source>
        <translation>ライブシミュレーション</translation>
    </message>
    <message>
        <source>Cluster what-if</source>
        <translation>クラスター What-if</translation>
    </message>
    <message>
        <source>Real daemons with simulated traffic</source>
        <translation>実際のデーモンと模擬トラフィック</translation>
    </message>
    <message>
        <source>What a training job would take on other clusters</source>
        <translation>学習ジョブをほかのクラスターで実行した場合の所要</translation>
    </message>
    <message>
        <source>Cluster What-If</source>
        <translation>クラスター What-if</translation>
    </message>
    <message>
        <source>Clusters and their work, calculated on this machine</source>
        <translation>このマシンで計算したクラスターとその処理</translation>
    </message>
    <message>
        <source>The traffic of %1 is not started by this window</source>
        <translation>%1 のトラフィックはこのウィンドウから開始されたものではありません</translation>
    </message>
    <message>
        <source>Its rate and its faults are set where it was started. This page turns the local simulation: real daemons on this machine with real flights of 2001. It takes a few seconds to start, runs beside %1 and touches nothing of it.</source>
        <translation>レートと障害は、開始した場所で設定します。このページで操作するのはローカルシミュレーションです。このマシン上の実際のデーモンと 2001 年の実際のフライトを使います。数秒で起動し、%1 と並んで動作し、%1 には影響しません。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SplitPanel</name>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>The experiment whose split is shown</source>
        <translation>分割を表示する実験</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>カバレッジ</translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation>カバレッジ (%)</translation>
    </message>
    <message>
        <source>Share of the keys that take part in the experiment</source>
        <translation>実験に参加するキーの割合</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>No experiment: every item goes to the default endpoint.</source>
        <translation>実験なし: すべてのアイテムは既定のエンドポイントに送られます。</translation>
    </message>
    <message>
        <source>Somebody changed this experiment meanwhile: discard your change or stage it again.</source>
        <translation>この間に誰かがこの実験を変更しました。変更を破棄するか、追加し直してください。</translation>
    </message>
    <message>
        <source>Stopped: every item goes to the default endpoint.</source>
        <translation>停止: すべてのアイテムは既定のエンドポイントに送られます。</translation>
    </message>
    <message>
        <source>Runs as shown. Move a border to see which keys would move.</source>
        <translation>表示どおりに実行中です。境界を動かすと、移動するキーがわかります。</translation>
    </message>
    <message>
        <source>%1 of the keys would move</source>
        <translation>キーの %1 が移動します</translation>
    </message>
    <message>
        <source>%1 would leave</source>
        <translation>%1 が離脱します</translation>
    </message>
    <message>
        <source>%1 would join</source>
        <translation>%1 が参加します</translation>
    </message>
    <message>
        <source>Staged: %1. Nothing is live yet.</source>
        <translation>未適用: %1。まだ反映されていません。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::StagedSheet</name>
    <message>
        <source>No key that takes part changes its arm.</source>
        <translation>参加中のキーのアームは変わりません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of 10,000 buckets move: %1 of the keys get another arm.</source>
        <translation>
            <numerusform>10,000 バケット中 %Ln 個が移動: キーの %1 が別のアームになります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) join.</source>
        <translation>
            <numerusform>%Ln 個のバケットが参加します。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent one after the other; a refusal stops there. Live traffic follows within a second.</source>
        <translation>順番に送信され、拒否されるとそこで止まります。実トラフィックは 1 秒以内に切り替わります。</translation>
    </message>
    <message>
        <source>This is production: type %1 to confirm</source>
        <translation>本番環境です: 確認のため %1 と入力してください</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Discard this</source>
        <translation>これを破棄</translation>
    </message>
    <message>
        <source>Discard: %1</source>
        <translation>破棄: %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>何もしない</translation>
    </message>
    <message>
        <source>Somebody changed this since you staged it; it would be refused.</source>
        <translation>追加した後に誰かが変更しました。このままでは拒否されます。</translation>
    </message>
    <message>
        <source>Stage it on the new state</source>
        <translation>新しい状態で追加し直す</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n staged change(s)?</source>
        <translation>
            <numerusform>未適用の変更 %n 件を適用しますか?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>変更 %n 件を適用</numerusform>
        </translation>
    </message>
    <message>
        <source>Something was changed meanwhile: discard it or stage it again</source>
        <translation>この間に変更がありました。破棄するか、追加し直してください</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>ステージした変更</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SubmitJobDialog</name>
    <message>
        <source>Submit a training job</source>
        <translation>学習ジョブを送信</translation>
    </message>
    <message>
        <source>A cluster of its own is made for it and goes away when the work is done. Nothing is started before you submit.</source>
        <translation>専用のクラスターが作成され、処理が終わると削除されます。送信するまで何も起動しません。</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Choose File...</source>
        <translation>ファイルを選択...</translation>
    </message>
    <message>
        <source>Open a job file; it may also be dropped here</source>
        <translation>ジョブファイルを開きます。ここにドロップすることもできます</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>ドロップして開く</translation>
    </message>
    <message>
        <source>Job file</source>
        <translation>ジョブファイル</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Folder of its files</source>
        <translation>ファイルのフォルダ</translation>
    </message>
    <message>
        <source>needed only when the job names lists, requirements or a working directory</source>
        <translation>ジョブがリスト、requirements、作業ディレクトリを指定する場合のみ必要</translation>
    </message>
    <message>
        <source>Lists, requirements and the working directory are looked for here</source>
        <translation>リスト、requirements、作業ディレクトリはここで検索されます</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>選択...</translation>
    </message>
    <message>
        <source>Choose the folder of its files</source>
        <translation>ファイルのフォルダを選択</translation>
    </message>
    <message>
        <source>%1, a copy of job %2</source>
        <translation>%1、ジョブ %2 のコピー</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1 行目: %2</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>検査中</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>プランなし</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Make its cluster and start</source>
        <translation>クラスターを作成して開始</translation>
    </message>
    <message>
        <source>What the daemon would do stands here as soon as the file has no problem.</source>
        <translation>ファイルの問題がなくなると、デーモンの実行内容がここに表示されます。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence, detail</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Open a job file</source>
        <translation>ジョブファイルを開く</translation>
    </message>
    <message>
        <source>Job files (*.yaml *.yml);;All files (*)</source>
        <translation>ジョブファイル (*.yaml *.yml);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Folder of the job&apos;s files</source>
        <translation>ジョブのファイルのフォルダ</translation>
    </message>
    <message>
        <source>Close without submitting?</source>
        <translation>送信せずに閉じますか?</translation>
    </message>
    <message>
        <source>Your edits of the job file are kept nowhere else.</source>
        <translation>ジョブファイルの編集内容はほかに保存されていません。</translation>
    </message>
    <message>
        <source>Close without edits</source>
        <translation>編集を残さず閉じる</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>アップロード</translation>
    </message>
    <message>
        <source>Cancel upload</source>
        <translation>アップロードを中止</translation>
    </message>
    <message>
        <source>Stop sending; nothing is submitted</source>
        <translation>送信を止めます。何も投入されません</translation>
    </message>
    <message>
        <source>The working directory is being packed</source>
        <translation>作業ディレクトリをまとめています</translation>
    </message>
    <message>
        <source>%1 of %2 of the working directory were sent</source>
        <translation>作業ディレクトリの %2 のうち %1 を送信しました</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrafficPage</name>
    <message>
        <source>Apply...</source>
        <translation>適用...</translation>
    </message>
    <message>
        <source>Review the staged changes and make them live</source>
        <translation>未適用の変更を確認して反映します</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Forget all staged changes</source>
        <translation>未適用の変更をすべて取り消します</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Take back the last edit, or stage the way back from what was applied</source>
        <translation>直前の編集を取り消す、または適用済みの変更を戻す変更を追加します</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back</source>
        <translation>取り消した編集をもう一度行います</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>ステージした変更</translation>
    </message>
    <message>
        <source>The changes are being applied</source>
        <translation>変更を適用しています</translation>
    </message>
    <message>
        <source>Nothing is staged</source>
        <translation>未適用の変更はありません</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>元に戻すものがありません</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>やり直すものがありません</translation>
    </message>
    <message numerus="yes">
        <source>%n staged change(s)</source>
        <translation>
            <numerusform>未適用の変更 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>適用中</translation>
    </message>
    <message>
        <source>: %1 of the keys move</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that move</extracomment>
        <translation>: キーの %1 が移動</translation>
    </message>
    <message>
        <source> (changed by somebody else meanwhile)</source>
        <translation> (この間に他の人が変更)</translation>
    </message>
    <message>
        <source>Undo stages the way back from what was applied.</source>
        <translation>「元に戻す」は、適用済みの変更を戻す変更を追加します。</translation>
    </message>
    <message>
        <source>: %1 of the keys join</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that begin to take part</extracomment>
        <translation>: キーの %1 が参加</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingClusterPanel</name>
    <message>
        <source>Hosts now</source>
        <translation>現在のホスト</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Search hosts</source>
        <translation>ホストを検索</translation>
    </message>
    <message>
        <source>No host</source>
        <translation>ホストなし</translation>
    </message>
    <message>
        <source>The cluster has none yet, or has given them back.</source>
        <translation>クラスターにはまだホストがないか、すでに返却しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) with %1</source>
        <extracomment>hosts and their CPUs together</extracomment>
        <translation>
            <numerusform>ホスト %n 台、計 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>ジョブ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>作成 %1</translation>
    </message>
    <message>
        <source>gone since %1</source>
        <translation>終了 %1</translation>
    </message>
    <message>
        <source>goes away in %1</source>
        <translation>%1 後に削除</translation>
    </message>
    <message>
        <source>goes away now</source>
        <translation>まもなく削除</translation>
    </message>
    <message>
        <source>goes away after %1 without work</source>
        <translation>処理なしで %1 経過すると削除</translation>
    </message>
    <message>
        <source>limits are enforced by %1</source>
        <translation>上限は %1 が強制</translation>
    </message>
    <message>
        <source>cost %1 at %2 for a host&apos;s hour</source>
        <translation>コスト %1、ホスト時間単価 %2</translation>
    </message>
    <message>
        <source>The cluster failed</source>
        <translation>クラスターが失敗しました</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingJobPanel</name>
    <message>
        <source>Views of the job</source>
        <translation>ジョブの表示</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>使用率</translation>
    </message>
    <message>
        <source>Tasks and logs</source>
        <translation>タスクとログ</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>The run to compare with</source>
        <translation>比較する実行</translation>
    </message>
    <message>
        <source>No other run</source>
        <translation>ほかの実行なし</translation>
    </message>
    <message>
        <source>The other run: its curves begin at the same time 0</source>
        <translation>もう一方の実行: 曲線は同じ時刻 0 から始まります</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>ジョブ %1</translation>
    </message>
    <message>
        <source>submitted %1</source>
        <translation>送信 %1</translation>
    </message>
    <message>
        <source>submitted %1 by %2</source>
        <translation>送信 %1、%2 による</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>優先度 %1</translation>
    </message>
    <message>
        <source>will publish %1</source>
        <translation>%1 を公開予定</translation>
    </message>
    <message>
        <source>Published as %1; show it in the registry</source>
        <translation>%1 として公開済み。レジストリで表示</translation>
    </message>
    <message>
        <source>Published; show it in the registry</source>
        <translation>公開済み。レジストリで表示</translation>
    </message>
    <message>
        <source>Published with stage %1; show it in the registry</source>
        <translation>ステージ %1 で公開済み。レジストリで表示</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>クラスター</translation>
    </message>
    <message>
        <source>Show cluster %1</source>
        <translation>クラスター %1 を表示</translation>
    </message>
    <message>
        <source>The job failed</source>
        <translation>ジョブが失敗しました</translation>
    </message>
    <message>
        <source>Nothing was published</source>
        <translation>何も公開されていません</translation>
    </message>
    <message>
        <source>Nothing of the job runs</source>
        <translation>このジョブの実行中の処理はありません</translation>
    </message>
    <message>
        <source>No task has started yet</source>
        <translation>開始したタスクはまだありません</translation>
    </message>
    <message>
        <source>There is no other run</source>
        <translation>ほかの実行はありません</translation>
    </message>
    <message>
        <source>Submit the job again to compare two runs.</source>
        <translation>2 つの実行を比較するには、ジョブを再度送信してください。</translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>実行を読み取れません</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation>何も測定されていません</translation>
    </message>
    <message>
        <source>Utilisation of these runs is not kept any more.</source>
        <translation>これらの実行の使用率はもう保存されていません。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingLoadView</name>
    <message>
        <source>Hosts</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Busy share of each host over time</source>
        <translation>各ホストのビジー率の推移</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation>まだ測定値がありません</translation>
    </message>
    <message>
        <source>The tasks cannot be read</source>
        <translation>タスクを読み取れません</translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>タスクなし</translation>
    </message>
    <message>
        <source>They appear as soon as the job is accepted.</source>
        <translation>ジョブが受け付けられるとすぐに表示されます。</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Drop a job file to look at its plan</source>
        <translation>ジョブファイルをドロップしてプランを確認</translation>
    </message>
    <message>
        <source>No job can be submitted now.</source>
        <translation>現在ジョブを送信できません。</translation>
    </message>
    <message>
        <source>Submit Job...</source>
        <translation>ジョブを送信...</translation>
    </message>
    <message>
        <source>Write or choose a job file and look at its plan</source>
        <translation>ジョブファイルを作成または選択し、プランを確認</translation>
    </message>
    <message>
        <source>Clone...</source>
        <translation>複製...</translation>
    </message>
    <message>
        <source>Edit the job&apos;s file and submit it again</source>
        <translation>ジョブのファイルを編集して再度送信</translation>
    </message>
    <message>
        <source>Retry...</source>
        <translation>再試行...</translation>
    </message>
    <message>
        <source>Run the tasks again that failed or were cancelled</source>
        <translation>失敗またはキャンセルされたタスクを再実行</translation>
    </message>
    <message>
        <source>Cancel Job...</source>
        <translation>ジョブをキャンセル...</translation>
    </message>
    <message>
        <source>Stop what runs and start no more</source>
        <translation>実行中のものを停止し、以降は開始しない</translation>
    </message>
    <message>
        <source>Cancel Task</source>
        <translation>タスクをキャンセル</translation>
    </message>
    <message>
        <source>Stop the chosen task</source>
        <translation>選択したタスクを停止</translation>
    </message>
    <message>
        <source>Retry Task</source>
        <translation>タスクを再試行</translation>
    </message>
    <message>
        <source>Run the chosen task again</source>
        <translation>選択したタスクを再実行</translation>
    </message>
    <message>
        <source>Delete Cluster...</source>
        <translation>クラスターを削除...</translation>
    </message>
    <message>
        <source>Give the cluster&apos;s hosts back now</source>
        <translation>クラスターのホストを今すぐ返却</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU 使用</translation>
    </message>
    <message>
        <source>Slots in use</source>
        <translation>使用中スロット</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>完了タスク</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>スループット</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>ジョブを検索</translation>
    </message>
    <message>
        <source>No job yet</source>
        <translation>ジョブはまだありません</translation>
    </message>
    <message>
        <source>Submit one: a cluster is made for it and goes away afterwards.</source>
        <translation>ジョブを送信すると、専用のクラスターが作成され、終了後に削除されます。</translation>
    </message>
    <message>
        <source>Submit a job</source>
        <translation>ジョブを送信</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>クラスター</translation>
    </message>
    <message>
        <source>Search clusters</source>
        <translation>クラスターを検索</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>クラスターなし</translation>
    </message>
    <message>
        <source>A job makes one when it is submitted.</source>
        <translation>ジョブを送信すると作成されます。</translation>
    </message>
    <message>
        <source>No job is chosen</source>
        <translation>ジョブが選択されていません</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>リストから選んでください。</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 を書き込みました。</translation>
    </message>
    <message>
        <source>The training daemon does not answer; this is what was seen last</source>
        <translation>学習デーモンが応答しません。最後に取得した内容を表示しています</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>今すぐ再試行</translation>
    </message>
    <message>
        <source>This environment has no training daemon</source>
        <translation>この環境には学習デーモンがありません</translation>
    </message>
    <message>
        <source>Start aerie-training on the machine that shall train, and the control plane with --training and its address. If it runs already, name its address in the context (Settings, Contexts). The local simulation brings one along.</source>
        <translation>学習を行うマシンで aerie-training を起動し、コントロールプレーンを --training とそのアドレスを付けて起動してください。すでに実行中の場合は、コンテキストにアドレスを指定してください (設定、コンテキスト)。ローカルシミュレーションには付属しています。</translation>
    </message>
    <message>
        <source>How to start it</source>
        <translation>起動方法</translation>
    </message>
    <message>
        <source>The training daemon does not answer</source>
        <translation>学習デーモンが応答しません</translation>
    </message>
    <message>
        <source>%1
It is asked at %2.</source>
        <translation>%1
接続先は %2 です。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Submit one: a cluster is made for it and goes away when the work is done.</source>
        <translation>ジョブを送信すると、専用のクラスターが作成され、処理が終わると削除されます。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>There is no training daemon</source>
        <translation>学習デーモンがありません</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>先にジョブを選んでください</translation>
    </message>
    <message>
        <source>Cancel job %1?</source>
        <translation>ジョブ %1 をキャンセルしますか?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running task(s) are ended; what they did so far is lost. Nothing is published.</source>
        <translation>
            <numerusform>実行中の %Ln 個のタスクが終了され、これまでの処理は失われます。何も公開されません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln task(s) left</source>
        <translation>
            <numerusform>%1、残りタスク %Ln 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>ジョブをキャンセル</translation>
    </message>
    <message numerus="yes">
        <source>Run %Ln task(s) again?</source>
        <translation>
            <numerusform>%Ln 個のタスクを再実行しますか?</numerusform>
        </translation>
    </message>
    <message>
        <source>They start anew with all their attempts; what succeeded stays as it is.</source>
        <translation>試行回数をリセットして最初からやり直します。成功したものはそのままです。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Cancel task %1?</source>
        <translation>タスク %1 をキャンセルしますか?</translation>
    </message>
    <message>
        <source>The other tasks of the job go on. A cancelled task can be tried again.</source>
        <translation>ジョブのほかのタスクは続行します。キャンセルしたタスクは再試行できます。</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>タスクをキャンセル</translation>
    </message>
    <message>
        <source>Delete cluster %1?</source>
        <translation>クラスター %1 を削除しますか?</translation>
    </message>
    <message>
        <source>Delete cluster</source>
        <translation>クラスターを削除</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n host(s)</source>
        <translation>
            <numerusform>%1、ホスト %n 台</numerusform>
        </translation>
    </message>
    <message>
        <source>Its hosts are given back now. History, logs and timeline stay.</source>
        <translation>ホストは今すぐ返却されます。履歴、ログ、タイムラインは残ります。</translation>
    </message>
    <message>
        <source>These jobs are cancelled with it. History, logs and timeline stay.</source>
        <translation>これらのジョブも一緒にキャンセルされます。履歴、ログ、タイムラインは残ります。</translation>
    </message>
    <message>
        <source>Cancel jobs and delete</source>
        <translation>ジョブをキャンセルして削除</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingTasksView</name>
    <message>
        <source>State of the tasks that are shown</source>
        <translation>表示するタスクの状態</translation>
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation>表示するタスク</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>すべての状態</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Search tasks</source>
        <translation>タスクを検索</translation>
    </message>
    <message>
        <source>No task is in this state</source>
        <translation>この状態のタスクはありません</translation>
    </message>
    <message>
        <source>Other tasks of the job are.</source>
        <translation>ジョブのほかのタスクはあります。</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>すべてのタスクを表示</translation>
    </message>
    <message>
        <source>Attempt whose log is shown</source>
        <translation>ログを表示する試行</translation>
    </message>
    <message>
        <source>Whose log is shown</source>
        <translation>ログの表示対象</translation>
    </message>
    <message>
        <source>Log of the job</source>
        <translation>ジョブのログ</translation>
    </message>
    <message>
        <source>Latest attempt</source>
        <translation>最新の試行</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>試行 %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::VersionDetails</name>
    <message>
        <source>Parts of the version</source>
        <translation>バージョンの構成</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特徴量</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特徴量</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>取得元</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation>前処理ステップ</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>In</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation>特徴量、ステップ、モデル入力のグラフ</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>アーカイブ済み</translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation>学習ジョブ</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>学習データ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>ランタイム</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>セルフテスト</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with expected outputs</source>
        <translation>
            <numerusform>期待出力付きの %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>ダイジェスト</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>署名者</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー: %1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>Features (%1)</source>
        <translation>特徴量 (%1)</translation>
    </message>
    <message>
        <source>Steps (%1)</source>
        <translation>ステップ (%1)</translation>
    </message>
</context>
<context>
    <name>aerie::pages::WhatIfPanel</name>
    <message>
        <source>What if</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>シナリオ</translation>
    </message>
    <message>
        <source>A cluster and its work to begin with</source>
        <translation>出発点となるクラスターとその処理</translation>
    </message>
    <message>
        <source>Simulated on this machine: nothing runs, and no connection is needed.</source>
        <translation>このマシンでシミュレーションします。何も実行されず、接続も不要です。</translation>
    </message>
    <message>
        <source>Progress of the calculation</source>
        <translation>計算の進行状況</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Calculate the clusters</source>
        <translation>クラスターを計算</translation>
    </message>
    <message>
        <source>Simulate every combination (Enter in a field)</source>
        <translation>すべての組み合わせをシミュレーション (入力欄で Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel the calculation</source>
        <translation>計算をキャンセル</translation>
    </message>
    <message>
        <source>Stop; the last answer stays</source>
        <translation>停止します。前回の結果は残ります</translation>
    </message>
    <message>
        <source>Several values with spaces between them; every combination is a row</source>
        <translation>複数の値はスペースで区切ります。組み合わせごとに 1 行になります</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>CPUs per task</source>
        <translation>タスクあたりの CPU</translation>
    </message>
    <message>
        <source>A fixed number of tasks runs on each host here, whatever they ask for.</source>
        <translation>ここではタスクの要求にかかわらず、各ホストで一定数のタスクが実行されます。</translation>
    </message>
    <message>
        <source>Price per host hour</source>
        <translation>ホスト時間単価</translation>
    </message>
    <message>
        <source>Order of the tasks</source>
        <translation>タスクの順序</translation>
    </message>
    <message>
        <source>Tasks that are submitted together enter the queue in this order</source>
        <translation>同時に送信されたタスクはこの順序でキューに入ります</translation>
    </message>
    <message>
        <source>Runs of each combination</source>
        <translation>組み合わせごとの実行回数</translation>
    </message>
    <message>
        <source>Each with other random numbers: more make the means surer and take longer</source>
        <translation>毎回異なる乱数を使用します。増やすと平均がより確かになりますが、時間がかかります</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU 使用</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>クラスター</translation>
    </message>
    <message>
        <source>Search clusters</source>
        <translation>クラスターを検索</translation>
    </message>
    <message>
        <source>Nothing was calculated yet</source>
        <translation>まだ何も計算されていません</translation>
    </message>
    <message>
        <source>Choose what varies and calculate.</source>
        <translation>変化させる値を選んで計算してください。</translation>
    </message>
    <message>
        <source>Calculating</source>
        <translation>計算中</translation>
    </message>
    <message>
        <source>The values have changed. Calculate to see their answer.</source>
        <translation>値が変更されました。計算すると結果が表示されます。</translation>
    </message>
    <message>
        <source>by hosts</source>
        <translation>ホスト別</translation>
    </message>
    <message>
        <source>by CPUs per task</source>
        <translation>タスクあたりの CPU 別</translation>
    </message>
</context>
<context>
    <name>aerie::presenters</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Self-test rows</source>
        <translation>セルフテスト行</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特徴量</translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation>前処理ステップ</translation>
    </message>
    <message>
        <source>Model inputs</source>
        <translation>モデル入力</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>ランタイム</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>ステージ</translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation>学習ジョブ</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>学習データ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>署名者</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>ダイジェスト</translation>
    </message>
    <message>
        <source>The control plane cannot be reached. Try again when it is connected.</source>
        <translation>コントロールプレーンに到達できません。接続後にもう一度お試しください。</translation>
    </message>
    <message>
        <source>No answer came in time, so the outcome is not known. Look at the current state before repeating it.</source>
        <translation>時間内に応答がなく、結果は不明です。繰り返す前に現在の状態を確認してください。</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. The page shows the new state; try again.</source>
        <translation>この間に誰かが変更しました。ページには新しい状態が表示されています。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask an administrator.</source>
        <translation>あなたのロールでは許可されていません。管理者に依頼してください。</translation>
    </message>
    <message>
        <source>Free some space or try again later.</source>
        <translation>空き容量を増やすか、後でもう一度お試しください。</translation>
    </message>
    <message>
        <source>This is a defect of Aerie. The control plane&apos;s log has the details.</source>
        <translation>これは Aerie の不具合です。詳細はコントロールプレーンのログにあります。</translation>
    </message>
    <message>
        <source>Control plane</source>
        <translation>コントロールプレーン</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>ワーカー</translation>
    </message>
    <message>
        <source>Sidecar</source>
        <translation>サイドカー</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>シミュレーション</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>プロセス ID</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>重大</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>緊急度</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>By</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>default endpoint</source>
        <translation>既定のエンドポイント</translation>
    </message>
    <message>
        <source>on worker failure</source>
        <translation>ワーカー障害時</translation>
    </message>
    <message>
        <source>%1, splitting key</source>
        <translation>%1、分割キー</translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation>%1、アーム %2</translation>
    </message>
    <message>
        <source>shadow %1</source>
        <translation>シャドウ %1</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>サンプル %1</translation>
    </message>
    <message>
        <source>order of experiments</source>
        <translation>実験の順序</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>他 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Training daemon</source>
        <translation>学習デーモン</translation>
    </message>
    <message>
        <source>Key %1 of column %2 falls into bucket %3 of experiment %4, which arm %5 owns; endpoint %6 serves that arm.</source>
        <translation>列 %2 のキー %1 は実験 %4 のバケット %3 に入り、アーム %5 に属します。エンドポイント %6 がこのアームを処理します。</translation>
    </message>
    <message>
        <source>Bucket %1 of layer %2 is outside the share of experiment %3.</source>
        <translation>レイヤー %2 のバケット %1 は実験 %3 の割り当て外です。</translation>
    </message>
    <message>
        <source>The item has no value in column %1, which splits the traffic of experiment %2.</source>
        <translation>アイテムの列 %1 に値がありません。この列が実験 %2 のトラフィックを分割します。</translation>
    </message>
    <message>
        <source>No experiment is routed.</source>
        <translation>ルーティングされた実験はありません。</translation>
    </message>
    <message>
        <source>The default endpoint %1 serves the item.</source>
        <translation>既定のエンドポイント %1 がアイテムを処理します。</translation>
    </message>
    <message>
        <source>Bucket %1 of experiment %2 belongs to no arm: coverage is %3.</source>
        <translation>実験 %2 のバケット %1 はどのアームにも属しません。カバレッジは %3 です。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::AuditPresenter</name>
    <message>
        <source>Chain broken at entry %1</source>
        <translation>エントリ %1 でチェーンが破損</translation>
    </message>
    <message>
        <source>Hash chain intact</source>
        <translation>ハッシュチェーン正常</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ComparePresenter</name>
    <message>
        <source>differs</source>
        <translation>相違</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConfigPresenter</name>
    <message>
        <source>Nothing is edited yet</source>
        <translation>まだ編集はありません</translation>
    </message>
    <message>
        <source>The configs are being checked</source>
        <translation>設定を検査しています</translation>
    </message>
    <message>
        <source>Solve the problems first</source>
        <translation>先に問題を解決してください</translation>
    </message>
    <message>
        <source>Version %1 exists; give another one, or none.</source>
        <translation>バージョン %1 は既にあります。別の番号を指定するか、空にしてください。</translation>
    </message>
    <message>
        <source>Choose the key that signs the bundle.</source>
        <translation>バンドルに署名する鍵を選んでください。</translation>
    </message>
    <message>
        <source>There is no key file %1.</source>
        <translation>鍵ファイル %1 がありません。</translation>
    </message>
    <message>
        <source>Choose where to write the bundle.</source>
        <translation>バンドルの書き出し先を選んでください。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>フォルダ %1 がありません。</translation>
    </message>
    <message>
        <source>The configs were not exported.</source>
        <translation>設定はエクスポートされませんでした。</translation>
    </message>
    <message>
        <source>%1: %2. Choose another folder.</source>
        <translation>%1: %2。別のフォルダを選んでください。</translation>
    </message>
    <message>
        <source>features.yaml and preprocessor.yaml written to %1.</source>
        <translation>features.yaml と preprocessor.yaml を %1 に書き出しました。</translation>
    </message>
    <message>
        <source>Build a bundle from %1</source>
        <translation>%1 からバンドルをビルド</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>The bundle of &quot;%1&quot; was not downloaded.</source>
        <translation>「%1」のバンドルはダウンロードされませんでした。</translation>
    </message>
    <message>
        <source>No bundle was built.</source>
        <translation>バンドルはビルドされませんでした。</translation>
    </message>
    <message>
        <source>%1 written (%2), signed by %3.</source>
        <translation>%1 を書き出しました (%2)、%3 が署名。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConnectionPresenter</name>
    <message>
        <source>Connected %1</source>
        <translation>接続済み %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>再接続中</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>接続断</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>%1, retry in %2 s</source>
        <extracomment>%1 is a state such as &quot;Connection lost&quot;, %2 a number of seconds</extracomment>
        <translation>%1、%2 秒後に再試行</translation>
    </message>
    <message>
        <source>Control plane: %1</source>
        <translation>コントロールプレーン: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由: %1</translation>
    </message>
    <message>
        <source>Workers and proxies keep serving meanwhile; this window tries again by itself.</source>
        <translation>その間もワーカーとプロキシは提供を続けます。このウィンドウは自動的に再試行します。</translation>
    </message>
    <message>
        <source>The connection to %1 is lost. What you see is from %2.</source>
        <translation>%1 への接続が切れました。表示は %2 時点のものです。</translation>
    </message>
    <message>
        <source>Not possible while the control plane is not connected</source>
        <translation>コントロールプレーンに接続していない間は使えません</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>Updated %1 s ago</source>
        <translation>%1 秒前に更新</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ContextsPresenter</name>
    <message>
        <source>Not running</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>開始中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止処理中</translation>
    </message>
    <message>
        <source>Did not start</source>
        <translation>開始失敗</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>%1 に問い合わせ中...</translation>
    </message>
    <message>
        <source>Aerie %1, environment %2, answered in %3</source>
        <translation>Aerie %1、環境 %2、%3 で応答</translation>
    </message>
    <message>
        <source>%1 did not answer. %2</source>
        <translation>%1 は応答しませんでした。%2</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::DeploymentsPresenter</name>
    <message>
        <source>%1 sends nothing to it: %2</source>
        <translation>%1 から送信なし: %2</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>ログは終了しました。</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>ログが停止しました: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Give the endpoint a name.</source>
        <translation>エンドポイントに名前を付けてください。</translation>
    </message>
    <message>
        <source>An endpoint &quot;%1&quot; exists already.</source>
        <translation>エンドポイント「%1」は既にあります。</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>モデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose a version or a stage.</source>
        <translation>バージョンまたはステージを選んでください。</translation>
    </message>
    <message>
        <source>Replicas must be between 1 and %1.</source>
        <translation>レプリカ数は 1 から %1 の間で指定してください。</translation>
    </message>
    <message>
        <source>CPUs must be between 0 and %1.</source>
        <translation>CPU 数は 0 から %1 の間で指定してください。</translation>
    </message>
    <message>
        <source>At most %1 rows fit one request.</source>
        <translation>1 リクエストの行数は最大 %1 です。</translation>
    </message>
    <message>
        <source>The longest timeout is %1 ms.</source>
        <translation>タイムアウトは最長 %1 ms です。</translation>
    </message>
    <message>
        <source>A second replica must be asked before the timeout of %1 ms.</source>
        <translation>2 つ目のレプリカへの問い合わせは、タイムアウト %1 ms より前にしてください。</translation>
    </message>
    <message>
        <source>one process each</source>
        <translation>それぞれ 1 プロセス</translation>
    </message>
    <message>
        <source>a worker and its sidecar each</source>
        <translation>それぞれワーカーとサイドカー</translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) of %1 on %2, %3.</source>
        <translation>
            <numerusform>%2 に %1 のレプリカ %n 個、%3。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPU</source>
        <translation>%1 CPU</translation>
    </message>
    <message>
        <source>Together at most %1 of memory.</source>
        <translation>メモリは合計で最大 %1。</translation>
    </message>
    <message>
        <source>Each may use %1; one that uses more memory is ended and started anew.</source>
        <translation>それぞれ %1 まで使用可能。メモリを超過すると終了され、新しく起動されます。</translation>
    </message>
    <message>
        <source>A worker config %1: at most %2 rows and %3 ms for each request.</source>
        <translation>ワーカー設定 %1: 1 リクエストにつき最大 %2 行、%3 ms。</translation>
    </message>
    <message>
        <source>Metrics and alert rules for %1.</source>
        <translation>%1 の指標とアラートルール。</translation>
    </message>
    <message>
        <source>It follows %1: a promotion replaces its replicas without losing a request.</source>
        <translation>%1 に追従: 昇格すると、リクエストを失わずにレプリカが置き換わります。</translation>
    </message>
    <message>
        <source>No traffic yet: routing decides that.</source>
        <translation>まだトラフィックなし: ルーティングで決まります。</translation>
    </message>
    <message>
        <source>Deploy %1 as %2</source>
        <translation>%1 を %2 としてデプロイ</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deployed.</source>
        <translation>「%1」はデプロイされませんでした。</translation>
    </message>
    <message>
        <source>%1 is being deployed as %2.</source>
        <translation>%1 を %2 としてデプロイしています。</translation>
    </message>
    <message numerus="yes">
        <source>Scale %1 to %n replica(s)</source>
        <translation>
            <numerusform>%1 をレプリカ %n 個にスケール</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not scaled.</source>
        <translation>「%1」はスケールされませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>%1 is scaling to %n replica(s).</source>
        <translation>
            <numerusform>%1 をレプリカ %n 個にスケールしています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 を再起動</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restarted.</source>
        <translation>「%1」は再起動されませんでした。</translation>
    </message>
    <message>
        <source>%1 is restarting, replica by replica.</source>
        <translation>%1 をレプリカごとに再起動しています。</translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation>%1 をロールバック</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not rolled back.</source>
        <translation>「%1」はロールバックされませんでした。</translation>
    </message>
    <message>
        <source>%1 is rolling back.</source>
        <translation>%1 をロールバックしています。</translation>
    </message>
    <message>
        <source>%1 is rolling back to version %2.</source>
        <translation>%1 をバージョン %2 にロールバックしています。</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deleted.</source>
        <translation>「%1」は削除されませんでした。</translation>
    </message>
    <message>
        <source>%1 is draining and will be gone.</source>
        <translation>%1 はドレイン中で、まもなく削除されます。</translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation>%1、アーム %2</translation>
    </message>
    <message>
        <source>Version %1, serves until the rollout is done</source>
        <translation>バージョン %1、ロールアウト完了まで提供</translation>
    </message>
    <message>
        <source>Version %1, served before</source>
        <translation>バージョン %1、以前提供</translation>
    </message>
    <message>
        <source>Version %1, never served here</source>
        <translation>バージョン %1、ここでは未提供</translation>
    </message>
    <message>
        <source>No worker runs with less than %1. Give more, or 0 for no limit.</source>
        <translation>%1 未満で動作するワーカーはありません。増やすか、無制限の 0 を指定してください。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::EndpointUsers</name>
    <message>
        <source>use case %1 (its default endpoint)</source>
        <translation>ユースケース %1(既定のエンドポイント)</translation>
    </message>
    <message>
        <source>experiment %1</source>
        <translation>実験 %1</translation>
    </message>
    <message>
        <source>use case %1 (shadow traffic)</source>
        <translation>ユースケース %1(シャドウトラフィック)</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ExperimentsPresenter</name>
    <message>
        <source>Give the experiment a name.</source>
        <translation>実験に名前を付けてください。</translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation>アクセントのない英字、数字、&quot;_&quot;、&quot;-&quot;、&quot;.&quot; を 128 文字まで使えます。先頭は英字か数字です。</translation>
    </message>
    <message>
        <source>This name is taken. Names are not used again, so that history stays readable.</source>
        <translation>この名前は使用済みです。履歴を読みやすく保つため、名前は再利用されません。</translation>
    </message>
    <message>
        <source>Take more than 0 % and at most 100 % of the layer.</source>
        <translation>レイヤーの 0 % 超、100 % 以下を指定してください。</translation>
    </message>
    <message>
        <source>Only %1 of this layer is free. Take less, stop another experiment or use another layer.</source>
        <translation>このレイヤーの空きは %1 だけです。割合を減らすか、他の実験を停止するか、別のレイヤーを使ってください。</translation>
    </message>
    <message>
        <source>Coverage is between 0 and 100 %.</source>
        <translation>カバレッジは 0 から 100 % です。</translation>
    </message>
    <message>
        <source>An experiment compares at least two arms.</source>
        <translation>実験では少なくとも 2 つのアームを比較します。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n arm(s).</source>
        <translation>
            <numerusform>アームは最大 %n 個です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Name every arm.</source>
        <translation>すべてのアームに名前を付けてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for an arm: use letters without accents, digits and &quot;_&quot;.</source>
        <translation>「%1」はアームの名前に使えません。アクセントのない英字、数字、&quot;_&quot; を使ってください。</translation>
    </message>
    <message>
        <source>Two arms are called &quot;%1&quot;.</source>
        <translation>「%1」というアームが 2 つあります。</translation>
    </message>
    <message>
        <source>The weights add up to %1, not to 100 %.</source>
        <translation>重みの合計が 100 % ではなく %1 です。</translation>
    </message>
    <message>
        <source>%1 is created and runs.</source>
        <translation>%1 を作成し、実行中です。</translation>
    </message>
    <message>
        <source>%1 is created as a draft.</source>
        <translation>%1 を下書きとして作成しました。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not created.</source>
        <translation>「%1」は作成されませんでした。</translation>
    </message>
    <message>
        <source>Choose an experiment</source>
        <translation>実験を選んでください</translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation>変更の処理中です</translation>
    </message>
    <message>
        <source>It runs already</source>
        <translation>既に実行中です</translation>
    </message>
    <message>
        <source>Stopped experiments do not start again; create a new one</source>
        <translation>停止した実験は再開できません。新しく作成してください</translation>
    </message>
    <message>
        <source>It is stopped already</source>
        <translation>既に停止しています</translation>
    </message>
    <message>
        <source>A stopped experiment cannot be changed</source>
        <translation>停止した実験は変更できません</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <extracomment>%1 is a number such as &quot;5.6k&quot;</extracomment>
        <translation>アイテム %1/s</translation>
    </message>
    <message>
        <source>No routing config names this experiment yet, so no traffic changes until one does.</source>
        <translation>この実験を指定するルーティング設定がまだないため、指定されるまでトラフィックは変わりません。</translation>
    </message>
    <message>
        <source>%1 of the keys of %2 that go to %3 now are split between %4 within a second.</source>
        <translation>現在 %3 に送られている %2 のキーの %1 が、1 秒以内に %4 の間で分割されます。</translation>
    </message>
    <message>
        <source>It does not start again, and its share of layer %1 becomes free.</source>
        <translation>再開はできません。レイヤー %1 での割合は空きになります。</translation>
    </message>
    <message>
        <source>No traffic goes through it now.</source>
        <translation>現在、ここを通るトラフィックはありません。</translation>
    </message>
    <message>
        <source>About %1 that its arms share now go to %2 within a second.</source>
        <translation>アームが分け合っている約 %1 が、1 秒以内に %2 へ送られるようになります。</translation>
    </message>
    <message>
        <source>%1 runs.</source>
        <translation>%1 を実行中です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not started.</source>
        <translation>「%1」は開始されませんでした。</translation>
    </message>
    <message>
        <source>%1 is stopped.</source>
        <translation>%1 を停止しました。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not stopped.</source>
        <translation>「%1」は停止されませんでした。</translation>
    </message>
    <message>
        <source>Split as intended</source>
        <translation>分割は目標どおり</translation>
    </message>
    <message>
        <source>Split is suspect</source>
        <translation>分割に疑いあり</translation>
    </message>
    <message>
        <source>Split is not as intended</source>
        <translation>分割が目標と不一致</translation>
    </message>
    <message>
        <source>Too few keys to check the split</source>
        <translation>分割の検査にはキー不足</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>%1 未満</translation>
    </message>
    <message>
        <source>chi-squared %1, p %2, %3 keys</source>
        <translation>カイ二乗 %1、p %2、キー %3 件</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::HostsPresenter</name>
    <message>
        <source>%1 %</source>
        <extracomment>percent of one core</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::LogPresenter</name>
    <message>
        <source>%1, all replicas</source>
        <translation>%1、全レプリカ</translation>
    </message>
    <message>
        <source>Daemons</source>
        <translation>デーモン</translation>
    </message>
    <message>
        <source>This replica is gone; its last lines stay here.</source>
        <translation>このレプリカはなくなりました。最後の行がここに残っています。</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>ログは終了しました。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読み取れません: %2</translation>
    </message>
    <message>
        <source>%1, only its sidecar</source>
        <translation>%1、サイドカーのみ</translation>
    </message>
    <message>
        <source>live</source>
        <translation>ライブ</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::MonitoringPresenter</name>
    <message>
        <source>Items per second</source>
        <translation>毎秒アイテム数</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>レイテンシ</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>失敗アイテム</translation>
    </message>
    <message>
        <source>Batch fill</source>
        <translation>バッチ充填率</translation>
    </message>
    <message>
        <source>Feature store latency</source>
        <translation>特徴量ストアのレイテンシ</translation>
    </message>
    <message>
        <source>Feature cache hits</source>
        <translation>特徴量キャッシュヒット</translation>
    </message>
    <message>
        <source>CPU, of one core</source>
        <translation>CPU(1 コア比)</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>The charts are not up to date.</source>
        <translation>グラフが最新ではありません。</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>全エンドポイント</translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation>実験なし</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <translation>アイテム %1/s</translation>
    </message>
    <message>
        <source>%1 items/s, p99 up to %2</source>
        <extracomment>%1 such as 12.4k, %2 such as 4.4 ms</extracomment>
        <translation>アイテム %1/s、p99 最大 %2</translation>
    </message>
    <message>
        <source>Workers know no use case: choose one line per endpoint</source>
        <translation>ワーカーにはユースケースがありません。エンドポイントごとの線を選んでください</translation>
    </message>
    <message>
        <source>No worker keeps a feature cache: features are read from the store</source>
        <translation>特徴量キャッシュを持つワーカーはありません。特徴量はストアから読み取られます</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::OverviewPresenter</name>
    <message>
        <source>%1 at step %2: %3</source>
        <translation>%1、ステップ %2: %3</translation>
    </message>
    <message>
        <source>%1, %2 of %3 replicas</source>
        <translation>%1、レプリカ %3 個中 %2 個</translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation>設定 #%1 を拒否: %2</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>none is connected, so nothing is served. Start aerie-proxy</source>
        <translation>未接続のため、何も提供されていません。aerie-proxy を起動してください</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0.1 %</translation>
    </message>
    <message>
        <source>of all items</source>
        <translation>全アイテム中</translation>
    </message>
    <message>
        <source>all ready</source>
        <translation>すべて準備完了</translation>
    </message>
    <message numerus="yes">
        <source>%n not ready</source>
        <translation>
            <numerusform>準備未完了 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>平穏</translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>重大 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>no critical one</source>
        <translation>重大なし</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>要確認 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is routed yet</source>
        <translation>まだルーティングがありません</translation>
    </message>
    <message>
        <source>All is ready; no traffic flows</source>
        <translation>すべて準備完了、トラフィックなし</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>すべて正常</translation>
    </message>
    <message>
        <source>%1 items/s over %2, %3 of them failed</source>
        <translation>%2 でアイテム %1/s、うち %3 が失敗</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>エンドポイント %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 items/s over %2, none failed</source>
        <extracomment>%1 such as 12.4k, %2 such as &quot;2 endpoints&quot;</extracomment>
        <translation>%2 でアイテム %1/s、失敗なし</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistrationPresenter</name>
    <message>
        <source>%1 is registered already with other content, and a version never changes. Give the bundle another version and pack it again.</source>
        <translation>%1 は別の内容で既に登録済みで、バージョンは変更できません。バンドルに別のバージョンを付けて再度パックしてください。</translation>
    </message>
    <message>
        <source>The first version of a new model.</source>
        <translation>新しいモデルの最初のバージョンです。</translation>
    </message>
    <message>
        <source>The same content is registered as %1; nothing will change.</source>
        <translation>同じ内容が %1 として登録済みです。何も変わりません。</translation>
    </message>
    <message>
        <source>No version of this model was signed with this key so far. The registry accepts trusted keys only.</source>
        <translation>この鍵で署名されたこのモデルのバージョンはまだありません。レジストリは信頼済みの鍵だけを受け付けます。</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>%1 を登録</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>%1 is registered.</source>
        <translation>%1 を登録しました。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistryPresenter</name>
    <message>
        <source>The configs of &quot;%1@%2&quot; were not loaded.</source>
        <translation>「%1@%2」の設定を読み込めませんでした。</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>署名なし</translation>
    </message>
    <message numerus="yes">
        <source>verified; the key also signed %n other version(s)</source>
        <translation>
            <numerusform>検証済み。この鍵は他の %n 個のバージョンにも署名</numerusform>
        </translation>
    </message>
    <message>
        <source>verified; the only version of this model with this key</source>
        <translation>検証済み。この鍵によるこのモデルの唯一のバージョン</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>検証済み</translation>
    </message>
    <message>
        <source>Promote %1 to %2</source>
        <translation>%1 を %2 に昇格</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not promoted to %2.</source>
        <translation>「%1」は %2 に昇格されませんでした。</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 は %2 になりました。</translation>
    </message>
    <message>
        <source>Archive %1</source>
        <translation>%1 をアーカイブ</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 を復元</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not archived.</source>
        <translation>「%1」はアーカイブされませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restored.</source>
        <translation>「%1」は復元されませんでした。</translation>
    </message>
    <message>
        <source>%1 is archived.</source>
        <translation>%1 をアーカイブしました。</translation>
    </message>
    <message>
        <source>%1 is restored.</source>
        <translation>%1 を復元しました。</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 をダウンロード</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not downloaded.</source>
        <translation>「%1」はダウンロードされませんでした。</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>%1 を %2 に書き出しました。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RoutingPresenter</name>
    <message>
        <source>Proxy %1 refused the newest config: %2</source>
        <translation>プロキシ %1 が最新の設定を拒否しました: %2</translation>
    </message>
    <message>
        <source>Config #%1</source>
        <translation>設定 #%1</translation>
    </message>
    <message>
        <source>%1; no proxy is connected</source>
        <translation>%1、プロキシ未接続</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs on %n proxy instance(s)</source>
        <extracomment>%1 is &quot;Config #14&quot;</extracomment>
        <translation>
            <numerusform>%1 は %n 個のプロキシインスタンスで有効</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to revision %1</source>
        <translation>リビジョン %1 に戻す</translation>
    </message>
    <message>
        <source>This use case has no experiment</source>
        <translation>このユースケースには実験がありません</translation>
    </message>
    <message>
        <source>One %1 per line</source>
        <translation>1 行に %1 を 1 つ</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln key(s) are shown.</source>
        <translation>
            <numerusform>最初の %Ln 個のキーだけを表示しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no endpoint yet: deploy a model first.</source>
        <translation>エンドポイントがまだありません。先にモデルをデプロイしてください。</translation>
    </message>
    <message>
        <source>Give the use case a name.</source>
        <translation>ユースケースに名前を付けてください。</translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation>アクセントのない英字、数字、&quot;_&quot;、&quot;-&quot;、&quot;.&quot; を 128 文字まで使えます。先頭は英字か数字です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is routed already; change its config instead.</source>
        <translation>「%1」は既にルーティング済みです。代わりに設定を変更してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no endpoint that is deployed.</source>
        <translation>「%1」はデプロイ済みのエンドポイントではありません。</translation>
    </message>
    <message>
        <source>%1 is routed to %2.</source>
        <translation>%1 を %2 にルーティングしました。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not routed.</source>
        <translation>「%1」はルーティングされませんでした。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::SimulationPresenter</name>
    <message>
        <source>Kill a worker</source>
        <translation>ワーカーの強制終了</translation>
    </message>
    <message>
        <source>Restart the proxy</source>
        <translation>プロキシの再起動</translation>
    </message>
    <message>
        <source>Pause a model server</source>
        <translation>モデルサーバーの一時停止</translation>
    </message>
    <message>
        <source>Slow a model server</source>
        <translation>モデルサーバーの低速化</translation>
    </message>
    <message>
        <source>Cut the control plane</source>
        <translation>コントロールプレーンの切断</translation>
    </message>
    <message>
        <source>Feature store down</source>
        <translation>特徴量ストア停止</translation>
    </message>
    <message>
        <source>Feature drift</source>
        <translation>特徴量ドリフト</translation>
    </message>
    <message>
        <source>Malformed requests</source>
        <translation>不正なリクエスト</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>一定</translation>
    </message>
    <message>
        <source>The same rate all the time.</source>
        <translation>常に同じレートです。</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>昼と夜</translation>
    </message>
    <message>
        <source>The rate follows the hour of the world: busy by day, a fifth of it by night.</source>
        <translation>レートは世界の時刻に従います。昼は多く、夜はその 5 分の 1 です。</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>バースト</translation>
    </message>
    <message>
        <source>Four times the rate for ten seconds of every minute.</source>
        <translation>毎分 10 秒間、レートが 4 倍になります。</translation>
    </message>
    <message>
        <source>A bad day</source>
        <translation>厄日</translation>
    </message>
    <message>
        <source>A steady rate, and one fault after another strikes by itself.</source>
        <translation>レートは一定で、障害が次々と自動的に発生します。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The simulation closed the connection.</source>
        <translation>シミュレーションが接続を閉じました。</translation>
    </message>
    <message>
        <source>Traffic was not started.</source>
        <translation>トラフィックは開始されませんでした。</translation>
    </message>
    <message>
        <source>Traffic was not stopped.</source>
        <translation>トラフィックは停止されませんでした。</translation>
    </message>
    <message>
        <source>The rate was not changed.</source>
        <translation>レートは変更されませんでした。</translation>
    </message>
    <message>
        <source>The speed was not changed.</source>
        <translation>速度は変更されませんでした。</translation>
    </message>
    <message>
        <source>The scenario was not changed.</source>
        <translation>シナリオは変更されませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; did not strike.</source>
        <translation>「%1」は発生しませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not undone.</source>
        <translation>「%1」は元に戻りませんでした。</translation>
    </message>
    <message>
        <source>One worker of the candidate is killed. Its neighbour takes the load until a new one serves.</source>
        <translation>candidate のワーカー 1 つを強制終了します。新しいワーカーが動くまで隣が負荷を引き受けます。</translation>
    </message>
    <message>
        <source>It stops and starts again. Requests in between fail; it serves from its last good config.</source>
        <translation>停止して再起動します。その間のリクエストは失敗し、最後の正常な設定で提供を再開します。</translation>
    </message>
    <message>
        <source>One of the candidate&apos;s stands still. Its worker leaves the rotation; calls go elsewhere.</source>
        <translation>candidate のサーバー 1 つが止まります。そのワーカーは振り分けから外れ、呼び出しは他に回ります。</translation>
    </message>
    <message>
        <source>One of the candidate&apos;s gets a third of its time. Latency rises; nothing fails.</source>
        <translation>candidate のサーバー 1 つが 3 分の 1 の時間しか得られません。レイテンシは上がりますが、失敗はしません。</translation>
    </message>
    <message>
        <source>It is killed. Traffic goes on; this window is not connected until it is back.</source>
        <translation>強制終了します。トラフィックは続き、このウィンドウは復旧まで未接続になります。</translation>
    </message>
    <message>
        <source>Reads of stored features fail. Workers use what they remember for a minute, then defaults.</source>
        <translation>保存済み特徴量の読み取りが失敗します。ワーカーは 1 分間は記憶した値を、その後は既定値を使います。</translation>
    </message>
    <message>
        <source>Stored late rates are turned around. Version 2 uses them and gets worse within a minute.</source>
        <translation>保存済みの遅延率を反転します。それを使うバージョン 2 は 1 分以内に悪化します。</translation>
    </message>
    <message>
        <source>Wrong types, missing columns, a million rows among the good ones. Each gets a clear answer.</source>
        <translation>誤った型、列の欠落、100 万行などを正常なものに混ぜます。それぞれに明確な応答が返ります。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::StagedChanges</name>
    <message>
        <source>Routing of %1</source>
        <translation>%1 のルーティング</translation>
    </message>
    <message>
        <source>Split of %1</source>
        <translation>%1 の分割</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>カバレッジ</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) before it were applied.</source>
        <translation>
            <numerusform>その前の変更 %n 件は適用されました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not changed; it stays staged.</source>
        <translation>%1 は変更されず、未適用のままです。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) moved.</source>
        <translation>
            <numerusform>%Ln 個のバケットが移動しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is applied.</source>
        <translation>%1 を適用しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are applied.</source>
        <translation>
            <numerusform>変更 %n 件を適用しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was applied.</source>
        <translation>何も適用されませんでした。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::SubmissionPresenter</name>
    <message>
        <source>%1 was not opened.</source>
        <translation>%1 は開かれませんでした。</translation>
    </message>
    <message>
        <source>It has %1; a job file has at most %2. Choose the job&apos;s YAML file.</source>
        <translation>サイズは %1 ですが、ジョブファイルの上限は %2 です。ジョブの YAML ファイルを選んでください。</translation>
    </message>
    <message>
        <source>%1: %2. Choose a file that can be read.</source>
        <translation>%1: %2。読み取り可能なファイルを選んでください。</translation>
    </message>
    <message>
        <source>The file of job %1 could not be read.</source>
        <translation>ジョブ %1 のファイルを読み取れませんでした。</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message numerus="yes">
        <source>%n have run before</source>
        <translation>
            <numerusform>%n 個は実行実績あり</numerusform>
        </translation>
    </message>
    <message>
        <source>none has run before</source>
        <translation>実行実績なし</translation>
    </message>
    <message>
        <source>as many as the CPUs take</source>
        <translation>CPU に収まる数</translation>
    </message>
    <message>
        <source>as many as the memory takes</source>
        <translation>メモリに収まる数</translation>
    </message>
    <message>
        <source>the job&apos;s own limit</source>
        <translation>ジョブ自身の上限</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>同時</translation>
    </message>
    <message>
        <source>Each asks for</source>
        <translation>各要求</translation>
    </message>
    <message>
        <source>no limit of memory</source>
        <translation>メモリ上限なし</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>The file is being read</source>
        <translation>ファイルを読み込み中です</translation>
    </message>
    <message>
        <source>It is being submitted</source>
        <translation>送信中です</translation>
    </message>
    <message>
        <source>The file is being checked</source>
        <translation>ファイルを検査中です</translation>
    </message>
    <message>
        <source>Solve the problem first</source>
        <translation>先に問題を解決してください</translation>
    </message>
    <message>
        <source>The daemon is planning</source>
        <translation>デーモンがプランを作成中です</translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <translation>プランはまだありません</translation>
    </message>
    <message>
        <source>Submit %1</source>
        <translation>%1 を送信</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>%1 was not submitted.</source>
        <translation>%1 は送信されませんでした。</translation>
    </message>
    <message>
        <source>Job %1 of %2 was submitted.</source>
        <translation>ジョブ %1 (%2) を送信しました。</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>作業ディレクトリ</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), packed and sent when you submit</source>
        <translation>
            <numerusform>%n 個のファイル。投入時にまとめて送信されます</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::T</name>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TopologyBuilder</name>
    <message>
        <source>no traffic</source>
        <translation>トラフィックなし</translation>
    </message>
    <message>
        <source>%1, p99 %2</source>
        <translation>%1、p99 %2</translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation>設定 #%1 を拒否: %2</translation>
    </message>
    <message>
        <source>%1 of the items fail</source>
        <translation>アイテムの %1 が失敗</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%2 中 %1 準備完了</translation>
    </message>
    <message>
        <source>Feature store</source>
        <translation>特徴量ストア</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>リクエスト %1/s</translation>
    </message>
    <message>
        <source>%1, %2 cached</source>
        <translation>%1、キャッシュ %2</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingComparePresenter</name>
    <message>
        <source>%1, %2</source>
        <comment>application, time</comment>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %Ln task(s)</source>
        <comment>application, time</comment>
        <translation>
            <numerusform>%1、%2、タスク %Ln 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingJobPresenter</name>
    <message>
        <source>It has not started yet.</source>
        <translation>まだ開始していません。</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>ログは終了しました。</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>ログが停止しました: %1</translation>
    </message>
    <message>
        <source>... lines before this are left out ...</source>
        <translation>... これより前の行は省略 ...</translation>
    </message>
    <message>
        <source>The training daemon closed the connection.</source>
        <translation>学習デーモンが接続を閉じました。</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>試行 %1</translation>
    </message>
    <message>
        <source>Select a task first</source>
        <translation>先にタスクを選んでください</translation>
    </message>
    <message>
        <source>The task is over</source>
        <translation>タスクは終了しています</translation>
    </message>
    <message>
        <source>Only tasks that failed or were cancelled can be tried again</source>
        <translation>再試行できるのは失敗またはキャンセルされたタスクのみです</translation>
    </message>
    <message>
        <source>attempt %1 on %2</source>
        <translation>試行 %1、%2</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>開始 %1</translation>
    </message>
    <message>
        <source>runs for %1</source>
        <translation>実行時間 %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>所要 %1</translation>
    </message>
    <message>
        <source>last run %1</source>
        <translation>前回の実行 %1</translation>
    </message>
    <message>
        <source>asks for %1</source>
        <translation>要求 %1</translation>
    </message>
    <message>
        <source>asks for %1 and %2</source>
        <translation>要求 %1、%2</translation>
    </message>
    <message>
        <source>used %1 and %2</source>
        <extracomment>what a task used: CPUs, then memory</extracomment>
        <translation>使用 %1、%2</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>tasks done, of all</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>失敗 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>実行中 %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/min</source>
        <extracomment>tasks per minute</extracomment>
        <translation>%1/min</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>まもなく</translation>
    </message>
    <message>
        <source>later than expected</source>
        <translation>予想より遅延</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>単価なし</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>ライブ</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingPresenter</name>
    <message numerus="yes">
        <source>%n job(s), none runs</source>
        <translation>
            <numerusform>ジョブ %n 件、実行中なし</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running, %1 of %2 tasks done</source>
        <translation>
            <numerusform>実行中ジョブ %n 件、タスク %1 / %2 完了</numerusform>
        </translation>
    </message>
    <message>
        <source>The training daemon closed the connection.</source>
        <translation>学習デーモンが接続を閉じました。</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>先にジョブを選んでください</translation>
    </message>
    <message>
        <source>The job is over</source>
        <translation>ジョブは終了しています</translation>
    </message>
    <message>
        <source>It is being cancelled already</source>
        <translation>すでにキャンセル中です</translation>
    </message>
    <message>
        <source>No task failed or was cancelled</source>
        <translation>失敗またはキャンセルされたタスクはありません</translation>
    </message>
    <message>
        <source>Wait until it is cancelled</source>
        <translation>キャンセルが完了するまでお待ちください</translation>
    </message>
    <message>
        <source>Select a cluster first</source>
        <translation>先にクラスターを選んでください</translation>
    </message>
    <message>
        <source>The cluster is gone; its history stays</source>
        <translation>クラスターは終了しました。履歴は残っています</translation>
    </message>
    <message>
        <source>It is being stopped already</source>
        <translation>すでに停止中です</translation>
    </message>
    <message numerus="yes">
        <source>job %1 of %2, %Ln task(s) left</source>
        <translation>
            <numerusform>ジョブ %1 (%2)、残りタスク %Ln 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel job %1</source>
        <translation>ジョブ %1 をキャンセル</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln task(s) of %1</source>
        <translation>
            <numerusform>%Ln 個のタスクをキャンセル (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Job %1 was not cancelled.</source>
        <translation>ジョブ %1 はキャンセルされませんでした。</translation>
    </message>
    <message>
        <source>Job %1 is being cancelled.</source>
        <translation>ジョブ %1 をキャンセルしています。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) of job %1 are being cancelled.</source>
        <translation>
            <numerusform>ジョブ %1 の %Ln 個のタスクをキャンセルしています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry job %1</source>
        <translation>ジョブ %1 を再試行</translation>
    </message>
    <message>
        <source>Job %1 was not tried again.</source>
        <translation>ジョブ %1 は再試行されませんでした。</translation>
    </message>
    <message>
        <source>The results of job %1 are published again.</source>
        <translation>ジョブ %1 の結果を再度公開します。</translation>
    </message>
    <message>
        <source>All failed tasks of job %1 run again.</source>
        <translation>ジョブ %1 の失敗したタスクをすべて再実行します。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) of job %1 run again.</source>
        <translation>
            <numerusform>ジョブ %1 の %Ln 個のタスクを再実行します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete cluster %1</source>
        <translation>クラスター %1 を削除</translation>
    </message>
    <message>
        <source>Cluster %1 was not deleted.</source>
        <translation>クラスター %1 は削除されませんでした。</translation>
    </message>
    <message>
        <source>Cluster %1 is being stopped.</source>
        <translation>クラスター %1 を停止しています。</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingRoom</name>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>mean %1 %</source>
        <translation>平均 %1 %</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>ピーク %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>cores that tasks asked for, of all</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>実行中 %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::WhatIfPresenter</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>price %1</source>
        <translation>単価 %1</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>導入前後</translation>
    </message>
    <message>
        <source>One shared queue with a task on each host, against a cluster made for the job, with slots of the CPUs that a task needs: 1,500 tasks on the same ten hosts.</source>
        <translation>各ホストでタスクを 1 つずつ実行する共有キューと、タスクに必要な CPU 数のスロットを持つジョブ専用クラスターの比較: 同じ 10 台のホストで 1,500 タスク。</translation>
    </message>
    <message>
        <source>Right-sized cluster</source>
        <translation>適正サイズのクラスター</translation>
    </message>
    <message>
        <source>A cluster for this job alone, 2 CPUs for each task, the longest tasks first.</source>
        <translation>このジョブ専用のクラスター。タスクあたり CPU 2 個、長いタスクから実行。</translation>
    </message>
    <message>
        <source>Shared queue</source>
        <translation>共有キュー</translation>
    </message>
    <message>
        <source>One shared queue, one task at a time on each host, behind a backlog of other applications.</source>
        <translation>各ホストで同時に 1 タスクを実行する共有キュー。ほかのアプリケーションの滞留の後ろに並びます。</translation>
    </message>
    <message>
        <source>A quiet day</source>
        <translation>閑散な日</translation>
    </message>
    <message>
        <source>A quiet day of the shared queue, whose hosts are paid around the clock.</source>
        <translation>共有キューの閑散な日。ホストの料金は 24 時間かかります。</translation>
    </message>
    <message>
        <source>A bad day</source>
        <translation>厄日</translation>
    </message>
    <message>
        <source>Right-sized, with slow starts, lost hosts, failing attempts and tasks that outgrow their memory.</source>
        <translation>適正サイズ。起動の遅れ、ホストの消失、試行の失敗、メモリを超えるタスクを含みます。</translation>
    </message>
    <message>
        <source>Whole numbers from %1 to %2 with spaces between them.</source>
        <translation>%1 から %2 までの整数をスペースで区切って入力してください。</translation>
    </message>
    <message>
        <source>Numbers from %1 to %2 with spaces between them.</source>
        <translation>%1 から %2 までの数値をスペースで区切って入力してください。</translation>
    </message>
    <message>
        <source>Choose at least one order.</source>
        <translation>順序を 1 つ以上選んでください。</translation>
    </message>
    <message>
        <source>The clusters were not calculated.</source>
        <translation>クラスターは計算されませんでした。</translation>
    </message>
    <message>
        <source>Fastest: %1 in %2. Cheapest: %3 for %4.</source>
        <translation>最速: %1、%2。最安: %3、%4。</translation>
    </message>
    <message>
        <source>Before: shared queue</source>
        <translation>導入前: 共有キュー</translation>
    </message>
    <message>
        <source>After: right-sized</source>
        <translation>導入後: 適正サイズ</translation>
    </message>
    <message>
        <source>The same tasks on the same hosts take %1 instead of %2, at %3 of the CPUs instead of %4.</source>
        <translation>同じホストでの同じタスクの所要時間は %2 から %1 に、CPU のビジー率は %4 から %3 に変わります。</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s), %1 for each task, %2</source>
        <extracomment>a cluster: hosts, CPUs per task, order of the tasks</extracomment>
        <translation>
            <numerusform>%n ホスト、タスクごとに %1、%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::rpc</name>
    <message>
        <source>Give the context a name.</source>
        <translation>コンテキストに名前を付けてください。</translation>
    </message>
    <message>
        <source>Give the address of its control plane: host:port or unix:/path.</source>
        <translation>コントロールプレーンのアドレスを指定してください: host:port または unix:/path。</translation>
    </message>
    <message>
        <source>The address needs a port from 1 to 65535: host:port, for example ml.example.org:7700.</source>
        <translation>アドレスには 1 から 65535 のポートが必要です: host:port、例 ml.example.org:7700。</translation>
    </message>
    <message>
        <source>A certificate and its key belong together: give both, or neither.</source>
        <translation>証明書と鍵は対になります。両方を指定するか、どちらも指定しないでください。</translation>
    </message>
    <message>
        <source>Other machines are reached through TLS only: give the file of the authority (CA) that signed the control plane&apos;s certificate.</source>
        <translation>他のマシンには TLS でのみ接続します。コントロールプレーンの証明書に署名した認証局 (CA) のファイルを指定してください。</translation>
    </message>
    <message>
        <source>The training daemon&apos;s address needs a port from 1 to 65535, or leave it empty.</source>
        <translation>学習デーモンのアドレスには 1 から 65535 のポートが必要です。または空のままにしてください。</translation>
    </message>
</context>
<context>
    <name>aerie::rpc::Connection</name>
    <message>
        <source>The control plane closed the connection.</source>
        <translation>コントロールプレーンが接続を閉じました。</translation>
    </message>
    <message>
        <source>The control plane stopped answering: %1</source>
        <translation>コントロールプレーンの応答が途絶えました: %1</translation>
    </message>
</context>
<context>
    <name>aerie::rpc::SimulationHost</name>
    <message>
        <source>%1 is missing. Install Aerie whole, or build it with packaging/build.</source>
        <translation>%1 がありません。Aerie を完全にインストールするか、packaging/build でビルドしてください。</translation>
    </message>
    <message>
        <source>%1 cannot be made. Check the rights of the folder above it, or set AERIE_HOME.</source>
        <translation>%1 を作成できません。上位フォルダの権限を確認するか、AERIE_HOME を設定してください。</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 を起動できませんでした: %2</translation>
    </message>
    <message>
        <source>The simulation was ended from outside or crashed.</source>
        <translation>シミュレーションは外部から終了されたか、クラッシュしました。</translation>
    </message>
    <message>
        <source>The simulation ended with code %1.</source>
        <translation>シミュレーションはコード %1 で終了しました。</translation>
    </message>
    <message>
        <source>The simulation that ran here was ended by somebody else.</source>
        <translation>ここで動作していたシミュレーションは他の人が終了しました。</translation>
    </message>
</context>
<context>
    <name>aerie::shell</name>
    <message>
        <source>model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>version, %1</source>
        <translation>バージョン、%1</translation>
    </message>
    <message>
        <source>deployment, %1</source>
        <extracomment>%1 is a state such as &quot;Ready&quot;</extracomment>
        <translation>デプロイ、%1</translation>
    </message>
    <message>
        <source>use case</source>
        <translation>ユースケース</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>training job, %1, %2</source>
        <extracomment>a state such as &quot;Running&quot;, and when it was submitted</extracomment>
        <translation>学習ジョブ、%1、%2</translation>
    </message>
    <message>
        <source>training cluster, %1</source>
        <translation>学習クラスター、%1</translation>
    </message>
</context>
<context>
    <name>aerie::shell::AboutDialog</name>
    <message>
        <source>About Aerie</source>
        <translation>Aerie について</translation>
    </message>
    <message>
        <source>Aerie %1</source>
        <translation>Aerie %1</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>バージョン情報をコピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Libraries, their versions and licences</source>
        <translation>ライブラリとそのバージョン、ライセンス</translation>
    </message>
    <message>
        <source>Aerie&apos;s own source is under the Apache License 2.0. Qt Charts exists under GPL-3.0 only, so this program, linked with it, is distributed under GPL-3.0. The daemons and aeriectl use no Qt; the libraries that only they use are listed here, too.</source>
        <translation>Aerie 自体のソースは Apache License 2.0 です。Qt Charts は GPL-3.0 のみで提供されるため、それとリンクしたこのプログラムは GPL-3.0 で配布されます。デーモンと aeriectl は Qt を使いません。それらだけが使うライブラリもここに記載しています。</translation>
    </message>
    <message>
        <source>Desktop control plane for machine-learning serving and training</source>
        <translation>機械学習のサービングと学習用デスクトップコントロールプレーン</translation>
    </message>
</context>
<context>
    <name>aerie::shell::AppMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Application</name>
    <message>
        <source>&quot;%1&quot; cannot be opened</source>
        <translation>「%1」を開けません</translation>
    </message>
</context>
<context>
    <name>aerie::shell::CommandPalette</name>
    <message>
        <source>Search or run a command; &gt; for commands, @ for things</source>
        <translation>検索またはコマンド実行。&gt; でコマンド、@ で項目</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>検索またはコマンド実行</translation>
    </message>
    <message>
        <source>Commands and things</source>
        <translation>コマンドと項目</translation>
    </message>
    <message>
        <source>Nothing is called &quot;%1&quot;</source>
        <translation>「%1」に該当するものはありません</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Deployments</name>
    <message>
        <source>Deploy?</source>
        <translation>デプロイしますか?</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>デプロイ</translation>
    </message>
    <message>
        <source>Change the number of replicas to %1?</source>
        <translation>レプリカ数を %1 に変更しますか?</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>スケール</translation>
    </message>
    <message>
        <source>Restart all replicas?</source>
        <translation>すべてのレプリカを再起動しますか?</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>再起動</translation>
    </message>
    <message>
        <source>Roll back?</source>
        <translation>ロールバックしますか?</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>ロールバック</translation>
    </message>
    <message>
        <source>Delete the deployment?</source>
        <translation>デプロイを削除しますか?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Experiments</name>
    <message>
        <source>Create the experiment?</source>
        <translation>実験を作成しますか?</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Start the experiment?</source>
        <translation>実験を開始しますか?</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop the experiment?</source>
        <translation>実験を停止しますか?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Change the split?</source>
        <translation>分割を変更しますか?</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Header</name>
    <message>
        <source>Search or run a command</source>
        <translation>検索またはコマンド実行</translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation>ローカルシミュレーションを停止</translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation>ローカルシミュレーションを開始</translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation>コントロールプレーンを追加...</translation>
    </message>
    <message>
        <source>Control plane of Aerie %1</source>
        <translation>Aerie %1 のコントロールプレーン</translation>
    </message>
    <message>
        <source>No context</source>
        <translation>コンテキストなし</translation>
    </message>
    <message>
        <source>Context: %1, %2</source>
        <extracomment>%1 is the name of a context, %2 local, staging or production</extracomment>
        <translation>コンテキスト: %1、%2</translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation>このウィンドウで表示・制御する対象を選びます</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>接続: %1</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>通知、新着 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>今すぐ再試行</translation>
    </message>
</context>
<context>
    <name>aerie::shell::HelpWindow</name>
    <message>
        <source>Aerie guide</source>
        <translation>Aerie ガイド</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>ガイドを検索</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>戻る (Alt+Left)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>進む (Alt+Right)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>aerie::shell::LogDock</name>
    <message>
        <source>Whose log is shown</source>
        <translation>ログの表示対象</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>ログを隠す</translation>
    </message>
    <message>
        <source>Nothing is deployed yet, so there is no log.</source>
        <translation>まだ何もデプロイされていないため、ログはありません。</translation>
    </message>
</context>
<context>
    <name>aerie::shell::MainWindow</name>
    <message>
        <source>Aerie</source>
        <translation>Aerie</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>%1 へ移動</translation>
    </message>
    <message>
        <source>%1 - Aerie</source>
        <translation>%1 - Aerie</translation>
    </message>
    <message>
        <source>%1 - %2 - Aerie</source>
        <translation>%1 - %2 - Aerie</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>%1 に接続しました</translation>
    </message>
    <message>
        <source>The connection to %1 was lost</source>
        <translation>%1 への接続が切れました</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>今すぐ再試行</translation>
    </message>
    <message>
        <source>Switch to &quot;%1&quot; now?</source>
        <translation>今すぐ「%1」に切り替えますか?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) of this window end unfinished.</source>
        <translation>
            <numerusform>このウィンドウのタスク %n 件が未完了のまま終了します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切り替え</translation>
    </message>
    <message>
        <source>Search or Run a Command</source>
        <translation>検索またはコマンド実行</translation>
    </message>
    <message>
        <source>Find anything by name</source>
        <translation>何でも名前で探せます</translation>
    </message>
    <message>
        <source>Switch Theme</source>
        <translation>テーマを切り替え</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is</source>
        <translation>ライト、ダーク、またはシステムに従う</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折りたたむ</translation>
    </message>
    <message>
        <source>Fold or unfold the navigation</source>
        <translation>ナビゲーションを折りたたむ、または展開します</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Show or hide the log at the foot of the window</source>
        <translation>ウィンドウ下部のログを表示または非表示にします</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>What succeeded and what failed so far</source>
        <translation>これまでの成功と失敗</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>All commands, by subject</source>
        <translation>すべてのコマンド(分野別)</translation>
    </message>
    <message>
        <source>Switch Context...</source>
        <translation>コンテキストを切り替え...</translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation>このウィンドウで表示・制御する対象を選びます</translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation>コントロールプレーンを追加...</translation>
    </message>
    <message>
        <source>Name another control plane to connect to</source>
        <translation>接続する別のコントロールプレーンを指定します</translation>
    </message>
    <message>
        <source>Manage Contexts</source>
        <translation>コンテキストを管理</translation>
    </message>
    <message>
        <source>Add, edit and remove contexts</source>
        <translation>コンテキストを追加、編集、削除します</translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation>ローカルシミュレーションを開始</translation>
    </message>
    <message>
        <source>Run the whole system on this machine and show it</source>
        <translation>システム全体をこのマシンで動かして表示します</translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation>ローカルシミュレーションを停止</translation>
    </message>
    <message>
        <source>End its daemons; its state is kept</source>
        <translation>デーモンを終了します。状態は保持されます</translation>
    </message>
    <message>
        <source>Retry the Connection</source>
        <translation>接続を再試行</translation>
    </message>
    <message>
        <source>Connect now instead of waiting</source>
        <translation>待たずに今すぐ接続します</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Close the window and end what it started</source>
        <translation>ウィンドウを閉じ、起動したものを終了します</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the selected text or rows</source>
        <translation>選択したテキストまたは行をコピーします</translation>
    </message>
    <message>
        <source>Find on This Page</source>
        <translation>このページを検索</translation>
    </message>
    <message>
        <source>Put the cursor into the page&apos;s search field</source>
        <translation>ページの検索欄にカーソルを置きます</translation>
    </message>
    <message>
        <source>Find in the Log</source>
        <translation>ログを検索</translation>
    </message>
    <message>
        <source>Show the log and put the cursor into its search field</source>
        <translation>ログを表示し、検索欄にカーソルを置きます</translation>
    </message>
    <message>
        <source>Find Next in the Log</source>
        <translation>ログの次を検索</translation>
    </message>
    <message>
        <source>Go to the next line that has the text</source>
        <translation>テキストを含む次の行へ移動します</translation>
    </message>
    <message>
        <source>Find Previous in the Log</source>
        <translation>ログの前を検索</translation>
    </message>
    <message>
        <source>Go to the line before that has the text</source>
        <translation>テキストを含む前の行へ移動します</translation>
    </message>
    <message>
        <source>Help on This Page</source>
        <translation>このページのヘルプ</translation>
    </message>
    <message>
        <source>Open the chapter about what is shown</source>
        <translation>表示中の内容に関する章を開きます</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>ガイド</translation>
    </message>
    <message>
        <source>Open the guide at its contents</source>
        <translation>ガイドの目次を開きます</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>See and change the keys of all commands</source>
        <translation>全コマンドのキーを確認・変更します</translation>
    </message>
    <message>
        <source>About Aerie...</source>
        <translation>Aerie について...</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>バージョンとライセンス</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>テーマ: システムに従う</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>テーマ: ライト</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>テーマ: ダーク</translation>
    </message>
    <message>
        <source>%1 finds everything, %2 helps</source>
        <extracomment>%1 and %2 are keys</extracomment>
        <translation>%1 で何でも検索、%2 でヘルプ</translation>
    </message>
    <message>
        <source>Close the window now?</source>
        <translation>ウィンドウを閉じますか?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) end unfinished.</source>
        <translation>
            <numerusform>タスク %n 件が未完了のまま終了します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>What is being done, with Cancel, and what was done</source>
        <translation>実行中のもの(キャンセル可)と実行済みのもの</translation>
    </message>
</context>
<context>
    <name>aerie::shell::NavRail</name>
    <message>
        <source>Unfold the navigation</source>
        <translation>ナビゲーションを展開</translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation>ナビゲーションを折りたたむ</translation>
    </message>
</context>
<context>
    <name>aerie::shell::NotificationPanel</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>クリア</translation>
    </message>
    <message>
        <source>Clear all notifications</source>
        <translation>すべての通知をクリア</translation>
    </message>
    <message>
        <source>Notifications, newest first</source>
        <translation>通知(新しい順)</translation>
    </message>
    <message>
        <source>Nothing to tell yet.
What succeeds and what fails is kept here.</source>
        <translation>まだ通知はありません。
成功と失敗がここに残ります。</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Registry</name>
    <message>
        <source>Register a bundle?</source>
        <translation>バンドルを登録しますか?</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Move the stage %1?</source>
        <translation>ステージ %1 を移しますか?</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>昇格</translation>
    </message>
    <message>
        <source>Restore a version?</source>
        <translation>バージョンを復元しますか?</translation>
    </message>
    <message>
        <source>Archive a version?</source>
        <translation>バージョンをアーカイブしますか?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
</context>
<context>
    <name>aerie::shell::RoutingGuard</name>
    <message>
        <source>Change the routing?</source>
        <translation>ルーティングを変更しますか?</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Screenshots</name>
    <message>
        <source>No data came within %1 s; is the control plane running?</source>
        <translation>%1 秒以内にデータが届きませんでした。コントロールプレーンは動作していますか?</translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another directory.</source>
        <translation>%1 に書き込めません。別のディレクトリを選んでください。</translation>
    </message>
    <message>
        <source>Pictures are missing: %1</source>
        <translation>不足している画像: %1</translation>
    </message>
</context>
<context>
    <name>aerie::shell::StartPage</name>
    <message>
        <source>Starting</source>
        <translation>開始中</translation>
    </message>
    <message>
        <source>Connect to a control plane...</source>
        <translation>コントロールプレーンに接続...</translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation>ローカルシミュレーションを開始しています</translation>
    </message>
    <message>
        <source>Real daemons with real flight data on this machine. Live traffic appears in a few seconds.</source>
        <translation>実際のフライトデータを使い、このマシンで本物のデーモンを動かします。数秒で実トラフィックが現れます。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping the local simulation</source>
        <translation>ローカルシミュレーションを停止しています</translation>
    </message>
    <message>
        <source>Its daemons finish what they have begun.</source>
        <translation>デーモンは開始済みの処理を完了します。</translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation>ローカルシミュレーションを開始できませんでした</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Welcome to Aerie</source>
        <translation>Aerie へようこそ</translation>
    </message>
    <message>
        <source>See it at work first: the local simulation runs the whole system on this machine, with two versions of a model that predicts flight delays, an experiment between them and live traffic. It needs no network, and ends with this window.</source>
        <translation>まずは動作をご覧ください。ローカルシミュレーションは、フライト遅延を予測するモデルの 2 つのバージョン、その間の実験、実トラフィックを含むシステム全体をこのマシンで動かします。ネットワークは不要で、このウィンドウとともに終了します。</translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation>ローカルシミュレーションを開始</translation>
    </message>
    <message>
        <source>The local simulation is not running</source>
        <translation>ローカルシミュレーションは動作していません</translation>
    </message>
    <message>
        <source>Its state is kept; starting it takes a few seconds.</source>
        <translation>状態は保持されています。開始には数秒かかります。</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>%1 に接続中</translation>
    </message>
    <message>
        <source>No control plane answers at %1</source>
        <translation>%1 でコントロールプレーンが応答しません</translation>
    </message>
    <message>
        <source>%1

This window tries again by itself. Is aerie-control running there, and is the address right?</source>
        <translation>%1

このウィンドウは自動的に再試行します。そこで aerie-control は動作していますか? アドレスは正しいですか?</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>今すぐ再試行</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Training</name>
    <message>
        <source>Submit the training job?</source>
        <translation>学習ジョブを送信しますか?</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Cancel the job?</source>
        <translation>ジョブをキャンセルしますか?</translation>
    </message>
    <message>
        <source>Cancel tasks?</source>
        <translation>タスクをキャンセルしますか?</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>ジョブをキャンセル</translation>
    </message>
    <message>
        <source>Cancel tasks</source>
        <translation>タスクをキャンセル</translation>
    </message>
    <message>
        <source>Run tasks again?</source>
        <translation>タスクを再実行しますか?</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Delete the cluster?</source>
        <translation>クラスターを削除しますか?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::BucketMap</name>
    <message>
        <source>Bucket map</source>
        <translation>バケットマップ</translation>
    </message>
    <message>
        <source>no arm</source>
        <translation>アームなし</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (moves)</source>
        <translation>バケット %1: 現在 %2、変更後 %3(移動)</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (joins)</source>
        <translation>バケット %1: 現在 %2、変更後 %3(参加)</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (leaves)</source>
        <translation>バケット %1: 現在 %2、変更後 %3(離脱)</translation>
    </message>
    <message>
        <source>Bucket %1: %2, stays</source>
        <translation>バケット %1: %2、変化なし</translation>
    </message>
    <message numerus="yes">
        <source>%n bucket(s) change</source>
        <translation>
            <numerusform>バケット %n 個が変化</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 move</source>
        <translation>%1 が移動</translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation>%1 が参加</translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation>%1 が離脱</translation>
    </message>
    <message>
        <source>%1 in no arm</source>
        <translation>アームなし %1</translation>
    </message>
    <message>
        <source>Hover or use the arrow keys to ask for a bucket.</source>
        <translation>マウスを重ねるか矢印キーでバケットを確認できます。</translation>
    </message>
    <message>
        <source>No bucket changes. Hover or use the arrow keys.</source>
        <translation>変化するバケットなし。マウスか矢印キーで確認。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::CellGrid</name>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>(%1 of its expected time)</source>
        <translation>(予想時間の %1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>タスク %Ln 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartCard</name>
    <message>
        <source>Chart: %1</source>
        <translation>グラフ: %1</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 をエクスポート</translation>
    </message>
    <message>
        <source>Save the chart as a picture or a table</source>
        <translation>グラフを画像または表として保存します</translation>
    </message>
    <message>
        <source>Save as Picture (PNG)...</source>
        <translation>画像で保存 (PNG)...</translation>
    </message>
    <message>
        <source>Save as Table (CSV)...</source>
        <translation>表で保存 (CSV)...</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>No data in this time</source>
        <translation>この期間のデータなし</translation>
    </message>
    <message>
        <source>No data since %1</source>
        <translation>%1 以降のデータなし</translation>
    </message>
    <message>
        <source>Save the Chart as a Picture</source>
        <translation>グラフを画像で保存</translation>
    </message>
    <message>
        <source>Save the Chart as a Table</source>
        <translation>グラフを表で保存</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>画像 (*.png)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved.</source>
        <translation>「%1」は保存されませんでした。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>%1 に書き込めません。別のフォルダを選んでください。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartPlot</name>
    <message>
        <source>no data</source>
        <translation>データなし</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>他 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ConfirmSheet</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>他 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>確認のため %1 と入力</translation>
    </message>
    <message>
        <source>This is the production context &quot;%1&quot;.</source>
        <translation>これは本番コンテキスト「%1」です。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DagView</name>
    <message>
        <source>Nothing to draw</source>
        <translation>描画するものがありません</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Fit the graph</source>
        <translation>全体を表示</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>ノード %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>with a cycle</source>
        <translation>循環あり</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>問題 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>%1 and %2 are the same</source>
        <translation>%1 と %2 は同一です</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>差分 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::EffectChart</name>
    <message>
        <source>Cumulative difference to the first arm</source>
        <translation>最初のアームとの累積差</translation>
    </message>
    <message>
        <source>%1 %2 [%3, %4], %5 outcomes</source>
        <extracomment>an arm, its difference, the interval, how many outcomes</extracomment>
        <translation>%1 %2 [%3, %4]、アウトカム %5 件</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::EmptyState</name>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::FilterTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nothing matches &quot;%1&quot;</source>
        <translation>「%1」に一致するものはありません</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) hidden by the search.</source>
        <translation>
            <numerusform>検索により %Ln 行が非表示です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>検索をクリア</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::HostHeatMap</name>
    <message>
        <source>Busy cores by host</source>
        <translation>ホスト別ビジーコア</translation>
    </message>
    <message>
        <source>%1, core %2</source>
        <translation>%1、コア %2</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1、%2 から %3</translation>
    </message>
    <message>
        <source>%1: not ready, or not measured</source>
        <translation>%1: 準備未完了または未測定</translation>
    </message>
    <message>
        <source>%1: %2 busy</source>
        <translation>%1: ビジー %2</translation>
    </message>
    <message>
        <source>%1: %2 busy, %3 of %4 cores, %5 in slots</source>
        <translation>%1: ビジー %2、コア %3 / %4、スロット内 %5</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>ホスト %n 台</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>No host was measured in this time</source>
        <translation>この時間に測定されたホストはありません</translation>
    </message>
    <message>
        <source>%1 of the cores busy</source>
        <translation>コアの %1 がビジー</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>準備未完了</translation>
    </message>
    <message>
        <source>Arrow keys move; Space opens a host into its cores.</source>
        <translation>矢印キーで移動、スペースでホストのコアを開きます。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::LegendBar</name>
    <message>
        <source>Show %1</source>
        <translation>%1 を表示</translation>
    </message>
    <message>
        <source>%1: click shows or hides it, Ctrl+click shows it alone</source>
        <translation>%1: クリックで表示/非表示、Ctrl+クリックでこれだけを表示</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::LogView</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Replica whose log is shown</source>
        <translation>ログを表示するレプリカ</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>全レプリカ</translation>
    </message>
    <message>
        <source>Lowest level that is shown</source>
        <translation>表示する最低レベル</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全レベル</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>情報以上</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告以上</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>ログを検索</translation>
    </message>
    <message>
        <source>Enter finds the next line, Shift+Enter the one before</source>
        <translation>Enter で次の行、Shift+Enter で前の行を検索</translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>最新へ</translation>
    </message>
    <message>
        <source>Follow the newest line again</source>
        <translation>再び最新の行に追従します</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>前を検索</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>次を検索</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all</source>
        <translation>選択した行、またはすべてをコピーします</translation>
    </message>
    <message>
        <source>Save to a file...</source>
        <translation>ファイルに保存...</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the log</source>
        <translation>「%1」はログにありません</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>ログを保存</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 を書き出せませんでした: %2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>%1 に保存しました</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::RolloutSteps</name>
    <message>
        <source>Rollout steps</source>
        <translation>ロールアウト手順</translation>
    </message>
    <message>
        <source>No rollout yet</source>
        <translation>ロールアウトはまだありません</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::RunComparison</name>
    <message>
        <source>Busy share of the cores</source>
        <translation>コアのビジー率</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>同時タスク数</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>比較対象なし</translation>
    </message>
    <message>
        <source>%1 times as many</source>
        <translation>%1 倍の数</translation>
    </message>
    <message>
        <source>%1 times fewer</source>
        <translation>数は %1 分の 1</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>%1 倍の速さ</translation>
    </message>
    <message>
        <source>%1 times as long</source>
        <translation>%1 倍の時間</translation>
    </message>
    <message>
        <source>CPU really used</source>
        <translation>実際の CPU 使用</translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>a difference of two percentages</extracomment>
        <translation>%1 ポイント</translation>
    </message>
    <message>
        <source>At most at once</source>
        <translation>最大同時数</translation>
    </message>
    <message>
        <source>Core hours</source>
        <translation>コア時間</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <extracomment>from one value to another</extracomment>
        <translation>%1: %2 から %3</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SankeyView</name>
    <message>
        <source>Flow of items</source>
        <translation>アイテムの流れ</translation>
    </message>
    <message>
        <source>Hover or use the arrow keys: intended and actual share of a way</source>
        <translation>マウスを重ねるか矢印キー: 経路の目標と実績の割合</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SplitBar</name>
    <message>
        <source>Border between %1 and %2</source>
        <translation>%1 と %2 の境界</translation>
    </message>
    <message>
        <source>%1 | %2: drag, or Left and Right for 1 %, with Ctrl 0.1 %, Page Up and Page Down for 10 %</source>
        <translation>%1 | %2: ドラッグ、または左右キーで 1 %、Ctrl 併用で 0.1 %、Page Up と Page Down で 10 %</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SplitEditor</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of %1 in percent</source>
        <translation>%1 の割合 (%)</translation>
    </message>
    <message>
        <source>Share of %1; the others share the rest as they did</source>
        <translation>%1 の割合。残りは他のアームが従来の比率で分け合います</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>現在 %1</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskPanel</name>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>完了分をクリア</translation>
    </message>
    <message>
        <source>Clear finished tasks</source>
        <translation>完了したタスクをクリア</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>まだ何も実行されていません。</translation>
    </message>
    <message>
        <source>Progress of &quot;%1&quot;</source>
        <translation>「%1」の進捗</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel &quot;%1&quot;</source>
        <translation>「%1」をキャンセル</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskStrip</name>
    <message>
        <source>Progress of the newest task</source>
        <translation>最新タスクの進捗</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel the newest task</source>
        <translation>最新タスクをキャンセル</translation>
    </message>
    <message>
        <source>Tasks (%1)</source>
        <translation>タスク (%1)</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimeRangeBar</name>
    <message>
        <source>Time range</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>The last %1</source>
        <translation>直近 %1</translation>
    </message>
    <message>
        <source>Shown: %1. Go back to live</source>
        <translation>表示中: %1。ライブに戻る</translation>
    </message>
    <message>
        <source>The piece that was picked in a chart; click to go back to the last %1</source>
        <translation>グラフで選んだ範囲。クリックで直近 %1 に戻ります</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>Pause the charts</source>
        <translation>グラフを一時停止</translation>
    </message>
    <message>
        <source>Follow the clock again</source>
        <translation>再び現在時刻に追従</translation>
    </message>
    <message>
        <source>Hold the charts still (Ctrl+P)</source>
        <translation>グラフを止めます (Ctrl+P)</translation>
    </message>
    <message>
        <source>Follow the clock again (Ctrl+P)</source>
        <translation>再び現在時刻に追従します (Ctrl+P)</translation>
    </message>
    <message>
        <source>Go back to live</source>
        <translation>ライブに戻る</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimelineCanvas</name>
    <message>
        <source>Timeline of tasks</source>
        <translation>タスクのタイムライン</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1、ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 from %4, attempt %5, %6 slot %7</source>
        <translation>%1: %2、%3、開始 %4、試行 %5、%6 スロット %7</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>待機 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>試行 %Ln 回</numerusform>
        </translation>
    </message>
    <message>
        <source>Point at a bar, or use the arrow keys. The wheel, + and - zoom, 0 shows everything.</source>
        <translation>バーを指すか、矢印キーを使用してください。ホイール、+、- でズーム、0 で全体を表示します。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimelineView</name>
    <message>
        <source>Show more time</source>
        <translation>表示期間を広げる</translation>
    </message>
    <message>
        <source>-</source>
        <translation>-</translation>
    </message>
    <message>
        <source>Show more detail</source>
        <translation>詳しく表示</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>%1 (key %2 in the timeline)</source>
        <extracomment>tool tip of a button: what it does (its key, in the timeline)</extracomment>
        <translation>%1 (タイムラインで %2 キー)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 をエクスポート</translation>
    </message>
    <message>
        <source>Save the timeline as a picture, a table or a trace</source>
        <translation>タイムラインを画像、表、トレースとして保存</translation>
    </message>
    <message>
        <source>Save as Picture (PNG)...</source>
        <translation>画像で保存 (PNG)...</translation>
    </message>
    <message>
        <source>Save as Table (CSV)...</source>
        <translation>表で保存 (CSV)...</translation>
    </message>
    <message>
        <source>Save as Chrome Trace (JSON)...</source>
        <translation>Chrome トレースで保存 (JSON)...</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>まだ何も実行されていません</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>試行 %Ln 回</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, short neighbours merged</source>
        <translation>%1、短い隣接バーを結合</translation>
    </message>
    <message>
        <source>Save the Timeline as a Picture</source>
        <translation>タイムラインを画像で保存</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>画像 (*.png)</translation>
    </message>
    <message>
        <source>Save the Timeline as a Table</source>
        <translation>タイムラインを表で保存</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>Save the Timeline as a Trace</source>
        <translation>タイムラインをトレースで保存</translation>
    </message>
    <message>
        <source>Trace (*.json)</source>
        <translation>トレース (*.json)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved.</source>
        <translation>「%1」は保存されませんでした。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>%1 に書き込めません。別のフォルダを選んでください。</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ToggleSwitch</name>
    <message>
        <source>...</source>
        <translation>...</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TopologyView</name>
    <message>
        <source>Topology</source>
        <translation>トポロジー</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::UtilisationChart</name>
    <message>
        <source>Waste</source>
        <translation>無駄</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>アイドル</translation>
    </message>
    <message>
        <source>Use of the capacity</source>
        <translation>容量の使用</translation>
    </message>
    <message>
        <source>Capacity, slots and busy cores</source>
        <translation>容量、スロット、ビジーコア</translation>
    </message>
    <message>
        <source>Capacity (cores)</source>
        <translation>容量 (コア)</translation>
    </message>
    <message>
        <source>Slots in use</source>
        <translation>使用中スロット</translation>
    </message>
    <message>
        <source>Cores really busy</source>
        <translation>実際のビジーコア</translation>
    </message>
    <message>
        <source>Busy %1 of the capacity, waste %2 (%3 core hours), idle %4 (%5 core hours)</source>
        <translation>容量のうちビジー %1、無駄 %2 (%3 コア時間)、アイドル %4 (%5 コア時間)</translation>
    </message>
    <message>
        <source>Busy %1</source>
        <translation>ビジー %1</translation>
    </message>
    <message>
        <source>Waste %1: asked for and not used</source>
        <translation>無駄 %1: 要求されたが未使用</translation>
    </message>
    <message>
        <source>Idle %1: not asked for</source>
        <translation>アイドル %1: 要求なし</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::YamlEditor</name>
    <message>
        <source>Line %1: %2</source>
        <translation>%1 行目: %2</translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>問題なし</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ZoneMatrix</name>
    <message>
        <source>Find tasks</source>
        <translation>タスクを検索</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>タスクなし</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 を表示</translation>
    </message>
    <message>
        <source>%1: click dims or shows them</source>
        <translation>%1: クリックで淡色表示と表示を切り替え</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln task(s) match</source>
        <translation>
            <numerusform>%Ln 個のタスク中 %1 個が一致</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys; with Ctrl to failures.</source>
        <translation>矢印キー、Ctrl で失敗へ。</translation>
    </message>
</context>
<context>
    <name>contexts</name>
    <message>
        <source>local</source>
        <translation>ローカル</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>ステージング</translation>
    </message>
    <message>
        <source>production</source>
        <translation>本番</translation>
    </message>
</context>
<context>
    <name>control_words</name>
    <message>
        <source>starting</source>
        <translation>起動中</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>self-test</source>
        <translation>セルフテスト</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>ウォームアップ</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>ドレイン中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止済み</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起動</translation>
    </message>
    <message>
        <source>load</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>切り替え</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>ドレイン</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Registered %1</source>
        <translation>%1 を登録</translation>
    </message>
    <message>
        <source>Promoted %1</source>
        <translation>%1 を昇格</translation>
    </message>
    <message>
        <source>Archived %1</source>
        <translation>%1 をアーカイブ</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>%1 を復元</translation>
    </message>
    <message>
        <source>Deployed %1</source>
        <translation>%1 をデプロイ</translation>
    </message>
    <message>
        <source>Scaled %1</source>
        <translation>%1 をスケール</translation>
    </message>
    <message>
        <source>Restarted %1</source>
        <translation>%1 を再起動</translation>
    </message>
    <message>
        <source>Rolled back %1</source>
        <translation>%1 をロールバック</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>Changed the routing of %1</source>
        <translation>%1 のルーティングを変更</translation>
    </message>
    <message>
        <source>Created experiment %1</source>
        <translation>実験 %1 を作成</translation>
    </message>
    <message>
        <source>Started experiment %1</source>
        <translation>実験 %1 を開始</translation>
    </message>
    <message>
        <source>Stopped experiment %1</source>
        <translation>実験 %1 を停止</translation>
    </message>
    <message>
        <source>Changed the split of %1</source>
        <translation>%1 の分割を変更</translation>
    </message>
    <message>
        <source>Proxy %1 has no stream to the control plane and serves its last config. Look at its log, or start it again</source>
        <translation>プロキシ %1 はコントロールプレーンへのストリームがなく、最後の設定で動作しています。ログを確認するか、再起動してください</translation>
    </message>
    <message>
        <source>Proxy %1 refused the newest config and serves the one before: %2</source>
        <translation>プロキシ %1 は最新の設定を拒否し、1 つ前の設定で動作しています: %2</translation>
    </message>
    <message>
        <source>Proxy %1 has no config and refuses every request: apply a routing</source>
        <translation>プロキシ %1 には設定がなく、すべてのリクエストを拒否しています。ルーティングを適用してください</translation>
    </message>
    <message>
        <source>%2 of the items of %1 fail. Routing shows which endpoint</source>
        <translation>%1 のアイテムの %2 が失敗しています。該当するエンドポイントはルーティングで確認できます</translation>
    </message>
    <message>
        <source>The p99 latency of %1 is %2, over half of its timeout: scale it, or look at its feature store</source>
        <translation>%1 の p99 レイテンシは %2 で、タイムアウトの半分を超えています。スケールするか、特徴量ストアを確認してください</translation>
    </message>
    <message>
        <source>%2 of the rows of %1 fail: its log says why</source>
        <translation>%1 の行の %2 が失敗しています。原因はログにあります</translation>
    </message>
    <message>
        <source>%1 does not reach its feature store and answers with defaults</source>
        <translation>%1 は特徴量ストアに接続できず、既定値で応答しています</translation>
    </message>
    <message>
        <source>%1 lost %2 records of its feature log in 15 minutes: is its disk full or slow?</source>
        <translation>%1 は 15 分間で特徴量ログを %2 件失いました。ディスクの空きや速度を確認してください</translation>
    </message>
    <message>
        <source>%1 does not answer at its metrics address: charts have a gap</source>
        <translation>%1 はメトリクスアドレスで応答しません。グラフに欠落があります</translation>
    </message>
    <message>
        <source>Replica %2 of %1 is down: %3</source>
        <translation>%1 のレプリカ %2 が停止しています: %3</translation>
    </message>
    <message>
        <source>Replica %2 of %1 ended unexpectedly and was started again: its log says why</source>
        <translation>%1 のレプリカ %2 が予期せず終了し、再起動されました。原因はログにあります</translation>
    </message>
    <message>
        <source>Replica %2 of %1 is not ready: %3</source>
        <translation>%1 のレプリカ %2 は準備未完了です: %3</translation>
    </message>
    <message>
        <source>Replicas of %1 answer with %2 different versions</source>
        <translation>%1 のレプリカが %2 個の異なるバージョンで応答しています</translation>
    </message>
    <message>
        <source>The rollout of %1 failed: %2. Deploy another version or roll back</source>
        <translation>%1 のロールアウトが失敗しました: %2。別のバージョンをデプロイするか、ロールバックしてください</translation>
    </message>
    <message>
        <source>%1 gets no requests: does a routing name it?</source>
        <translation>%1 にリクエストが届いていません。ルーティングに指定されているか確認してください</translation>
    </message>
    <message>
        <source>Feature %3 of %1 falls back to its default in %2 of the rows</source>
        <translation>%1 の特徴量 %3 が行の %2 で既定値になっています</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>システムに従う</translation>
    </message>
</context>
</TS>
