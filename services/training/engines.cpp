#include "services/training/engines.h"

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/engines/kuberay_engine.h"
#include "core/engines/ray_engine.h"
#include "sim/engine/simulated_engine.h"

namespace aerie::training_service {
namespace {

absl::StatusOr<engines::RayEngineOptions> rayOptions(const TrainingOptions& options) {
  engines::RayEngineOptions ray;
  ray.address = options.ray_address;
  auto token = engines::rayToken(options.ray_token_file);
  if (!token.ok()) return withContext(token.status(), "--ray-token-file");
  ray.token = *std::move(token);
  if (!options.ray_ca.empty()) {
    auto authorities = readFile(options.ray_ca);
    if (!authorities.ok()) return withContext(authorities.status(), "--ray-ca");
    ray.tls.authorities = *std::move(authorities);
  }
  ray.clusters = std::filesystem::path(options.state_dir) / "ray";
  ray.ray_home = options.ray_home;
  ray.programs = {executableDirectory()};
  return ray;
}

}  // namespace

absl::StatusOr<std::map<training::Engine, training::EngineFactory>> engineFactories(
    const TrainingOptions& options) {
  std::map<training::Engine, training::EngineFactory> factories;
  AERIE_ASSIGN_OR_RETURN(engines::RayEngineOptions ray, rayOptions(options));
  engines::KubeRayEngineOptions kube;
  kube.kubeconfig = options.kubeconfig;
  kube.context = options.kube_context;
  if (!options.kube_image.empty()) kube.image = options.kube_image;
  kube.token_secret = options.kube_token_secret;
  kube.token = ray.token;
  factories[training::Engine::kRay] = [ray = std::move(ray)](training::EngineSink& sink) {
    return engines::makeRayEngine(ray, sink);
  };
  factories[training::Engine::kKubeRay] = [kube = std::move(kube)](training::EngineSink& sink) {
    return engines::makeKubeRayEngine(kube, sink);
  };
  sim::engine::SimulatedEngineOptions simulated;
  simulated.speed = options.simulation_speed;
  factories[training::Engine::kSimulated] = [simulated](training::EngineSink& sink) {
    return sim::engine::makeSimulatedEngine(simulated, sink);
  };
  return factories;
}

}  // namespace aerie::training_service
